import type { RoomHandle } from './room-handle.js';
import { isShadowRoot } from './tree.js';

/** On a request: the room that it is meant for. Global, so that two copies of the code agree. */
const roomKey: unique symbol = Symbol.for('ffc-elements.request-room') as never;

type AddressedEvent = Event & { [roomKey]?: EventTarget };

/**
 * Asks a room for something, by a bubbling, cancelable request. It is dispatched on the part
 * first, and then, where it does not pass the room by itself, on the room. Whoever cancels it
 * stops it. Elements around both see it once as it bubbles.
 *
 * Returns `false` when somebody cancelled the request.
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

/** Whether a room may answer a request: not one that only passes it on the way to another room. */
export function isMeantFor(request: Event, host: EventTarget): boolean {
  const room = (request as AddressedEvent)[roomKey];
  return room === undefined || room === host;
}

/** The path of an event that is dispatched on a node and bubbles. */
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
