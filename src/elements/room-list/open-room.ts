import type { VideoRoom } from '../../api/types.js';

/** Opens a room in the element with that id in the same tree, and moves the focus there. */
export function openRoom(from: Element, id: string, room: VideoRoom): void {
  const root = from.getRootNode() as Document | ShadowRoot;
  const target: (HTMLElement & { roomId?: string }) | null = root.getElementById(id);
  if (!target) return;
  target.roomId = String(room.id);
  if (!target.hasAttribute('tabindex')) target.tabIndex = -1;
  target.focus();
}
