import type { VideoRoom } from '../../api/types.js';
import { rootsAround } from '../../parts/tree.js';
import type { ParticipantSnapshot } from '../../state/types.js';
import type { RoomListElementBase } from './room-list-options.js';

/** The members of `<ffc-room>` that a list uses. Any other element needs at most a `roomId`. */
export type Target = HTMLElement & {
  roomId?: string | undefined;
  readonly state?: string;
  readonly participants?: readonly ParticipantSnapshot[];
  readonly open?: ((roomId: string) => unknown) | boolean;
};

/**
 * Opens a picked room in the element that the list names, and moves the focus there. An id is
 * looked up with each pick, in the list's own tree and then outwards, so that an element that was
 * replaced is followed. A room that has ended opens again. During another call the element asks
 * first, and the focus does not move if the person stays.
 */
export async function openPickedRoom(
  list: RoomListElementBase,
  { id, uuid }: VideoRoom,
): Promise<void> {
  const target = targetOf(list);
  if (!target) return;
  // The page may have opened the room by its uuid: then it is no other room.
  const roomId = (target.roomId === uuid && uuid) || String(id);
  try {
    // A room whose class is not defined yet applies the property later.
    if (typeof target.open !== 'function') target.roomId = roomId;
    else await target.open(roomId);
  } catch {
    return;
  }
  if (!target.hasAttribute('tabindex')) target.tabIndex = -1;
  target.focus();
}

/**
 * The element that opens a picked room: undefined if the list names none, null if it does not
 * exist.
 */
export function targetOf(list: RoomListElementBase): Target | null | undefined {
  const { forElement, htmlFor } = list;
  if (forElement || !htmlFor) return forElement as Target | null | undefined;
  return rootsAround(list)
    .map((root): Target | null => root.getElementById(htmlFor))
    .find(Boolean);
}
