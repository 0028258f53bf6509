import { FfcHandRequestEvent } from '../../events/signal-request-events.js';
import { handIcon } from '../../icons/hand.js';
import type { Control } from '../../parts/controls.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { signsOf } from '../../parts/signs.js';
import { laterControlWords } from '../../locales/en.js';
import { addRoomWords } from '../../parts/room-words.js';

addRoomWords(laterControlWords);

function isRaised(room: RoomHandle): boolean {
  const { localIdentity = '' } = room.store.roster.getSnapshot();
  return signsOf(room).hands.getSnapshot().includes(localIdentity);
}

/**
 * Raises and lowers the user's own hand.
 *
 * @fires ffc-hand-request
 */
export const handControl: Control = {
  name: 'hand',
  tag: 'ffc-raise-hand-button',
  order: 60,
  icon: handIcon,
  label: ({ messages }) => messages.raiseHand,
  hint: ({ messages }, { pressed }) => (pressed ? messages.lowerHand : messages.raiseHand),
  state: (room) => {
    const pressed = isRaised(room);
    return {
      pressed,
      pending: signsOf(room).isPending.getSnapshot(),
      disabled: !room.isInCall,
      tone: pressed ? 'active' : undefined,
    };
  },
  watch: (room) => [signsOf(room).hands, signsOf(room).isPending],
  request: () => new FfcHandRequestEvent(),
  answers: {
    [FfcHandRequestEvent.type]: async (room, { raised }) => {
      const signals = await room.use('signals');
      await signals.setHandRaised(typeof raised === 'boolean' ? raised : !isRaised(room));
    },
  },
  slice: 'signals',
};
