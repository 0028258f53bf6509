import type { RoomRecord } from './records.js';

/** Whether a member, by id, is shown the room in lists and told of it: assumed. */
export function isVisibleTo({ accessLevel, owner }: RoomRecord, memberId: number): boolean {
  return accessLevel === 'PUBLIC' || owner.id === memberId;
}
