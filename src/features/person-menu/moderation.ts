import { FfcError } from '../../core/errors.js';
import type { PeopleAction } from '../../i18n/panel-messages.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { isCallPhase } from '../../state/phase.js';

/** The requests to the service about a member of the channel. */
const requests = { host: 'setAsOperator', member: 'setAsMember', remove: 'banMember' } as const;

/** Carries out a host's decision. An identity is the member's `appUserId`. */
export async function decide(
  room: RoomHandle,
  action: PeopleAction | 'mute',
  identity: string,
): Promise<void> {
  if (action === 'mute' || action === 'mute-all') {
    const signals = await room.use('signals');
    return signals.askToMute(action === 'mute' ? identity : undefined);
  }
  const phase = room.store.phase.getSnapshot();
  const { channels, rooms } = room.services;
  if (isCallPhase(phase)) {
    const { id } = phase.room;
    if (action === 'end') {
      if (rooms.endRoom) return rooms.endRoom(id);
    } else if (channels) return channels[requests[action]](id, identity);
  }
  throw new FfcError({ reason: 'invalid-state', stage: 'session', message: 'There is no call.' });
}
