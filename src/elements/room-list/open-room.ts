import type { VideoRoom } from '../../api/types.js';

type RoomTarget = HTMLElement & { roomId?: string; open?: (roomId: string) => void };

/** Opens a room in the element with that id in the same tree, and moves the focus there. */
export function openRoom(from: Element, id: string, room: VideoRoom): void {
  const root = from.getRootNode() as Document | ShadowRoot;
  const target: RoomTarget | null = root.getElementById(id);
  if (!target) return;
  const roomId = String(room.id);
  // A room whose class is not defined yet takes the property when it is.
  if (target.open) target.open(roomId);
  else target.roomId = roomId;
  if (!target.hasAttribute('tabindex')) target.tabIndex = -1;
  target.focus();
}
