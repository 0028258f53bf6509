import { isHost } from '../state/member.js';
import type { RoomHandle } from './room-handle.js';

/** Whether the local participant is a host of the call. The service checks the right itself. */
export function amHost({ store }: RoomHandle): boolean {
  const { localIdentity } = store.roster.getSnapshot();
  const self = localIdentity ? store.participant(localIdentity).getSnapshot() : undefined;
  return self !== undefined && isHost(self.member);
}
