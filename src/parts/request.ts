import type { RoomHandle } from './room-handle.js';
import { isShadowRoot } from './tree.js';

/**
 * The property of a request that holds the room it is meant for. The symbol is global, so that two
 * copies of the code agree.
 */
const roomKey: unique symbol = Symbol.for('ffc-elements.request-room') as never;

type AddressedEvent = Event & { [roomKey]?: EventTarget };

/**
 * Sends a bubbling, cancelable request to a room. It is dispatched on the part first, and then on
 * the room if it did not bubble through that. Any listener can cancel it. Elements around both get
 * it once.
 *
 * Returns `false` when a listener cancelled the request.
 */
export function dispatchRequest(part: HTMLElement, room: RoomHandle, request: Event): boolean {
  const { host } = room;
  const addressed: AddressedEvent = request;
  addressed[roomKey] = host;
  if (!part.dispatchEvent(request)) return false;
  const seen = new Set(pathOf(part));
  if (seen.has(host)) return true;
  const unseen = pathOf(host).filter((node) => !seen.has(node));
  const last = unseen[unseen.length - 1] ?? host;
  const stop = (event: Event): void => event.stopPropagation();
  last.addEventListener(request.type, stop);
  host.dispatchEvent(request);
  last.removeEventListener(request.type, stop);
  return !request.defaultPrevented;
}

/**
 * Whether a room may answer a request. It must not answer one that bubbles through it to another
 * room.
 */
export function isMeantFor(request: Event, host: EventTarget): boolean {
  const room = (request as AddressedEvent)[roomKey];
  return room === undefined || room === host;
}

/** The path of a bubbling event that is dispatched on a node. */
function pathOf(start: Node): readonly Node[] {
  const path: Node[] = [];
  for (let node: Node | null = start; node; node = nextInPath(node)) path.push(node);
  return path;
}

function nextInPath(node: Node): Node | null {
  const { assignedSlot } = node as Partial<Element>;
  if (assignedSlot) return assignedSlot;
  return isShadowRoot(node) ? node.host : node.parentNode;
}
