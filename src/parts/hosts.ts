import { isHost } from '../state/member.js';
import type { RoomHandle } from './room-handle.js';

/** Whether the local participant is a host of the call. The service checks the right itself. */
export function amHost({ store }: RoomHandle): boolean {
  const { localIdentity } = store.roster.getSnapshot();
  const self = localIdentity ? store.participant(localIdentity).getSnapshot() : undefined;
  return self !== undefined && isHost(self.member);
}

/** Whether the app can end the call for everybody. */
export function canEnd({ services }: RoomHandle): boolean {
  try {
    return !!services.rooms.endRoom;
  } catch {
    // The page has set a wrong option since the join, so that no new services can be created.
    return false;
  }
}
