import type { FfcEvent } from '../events/event.js';
import { isShadowRoot } from './tree.js';
import type { RoomHandle } from './room-handle.js';

/**
 * Asks the room for something: on the part itself when it stands inside the room, so that the
 * event passes whatever lies between, else on the room.
 */
export function dispatchRequest(part: HTMLElement, room: RoomHandle, request: FfcEvent): void {
  (isInside(part, room.host) ? part : room.host).dispatchEvent(request);
}

function isInside(part: Node, room: Node): boolean {
  for (let node: Node | null = part; node;) {
    if (room.contains(node)) return true;
    const root = node.getRootNode();
    node = isShadowRoot(root) ? root.host : null;
  }
  return false;
}
