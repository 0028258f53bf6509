import type { Readable } from '../core/cell.js';
import type { RoomMessages } from '../i18n/room-messages.js';
import type { RoomStore } from '../state/types.js';
import type { RoomView } from '../state/view.js';

/** What `<ffc-room>`'s attributes and properties say to its parts. */
export interface RoomViewOptions {
  readonly messages: Partial<RoomMessages> | undefined;
  /** No tile for the local participant. */
  readonly hideSelf: boolean;
  /** The most tiles on one page of the stage; undefined: as many as stay legible. */
  readonly maxTiles: number | undefined;
  /** The names of the buttons to show, in order; undefined: all. */
  readonly controls: readonly string[] | undefined;
  readonly displayName: string | undefined;
  /** The prejoin has no preview and no device choice. */
  readonly noPrejoin: boolean;
}

/** What a part gets of the room that it belongs to. */
export interface RoomHandle {
  readonly store: RoomStore;
  /** Layout, pin, page and panel. Ask for changes by requests, so that the page can cancel them. */
  readonly view: RoomView;
  /** The `<ffc-room>`: requests are dispatched on it when the part stands outside. */
  readonly host: HTMLElement;
  readonly options: Readable<RoomViewOptions>;
}

/** The protocol between a room and its parts; global, so that two copies of the code agree. */
export const roomHandleKey: unique symbol = Symbol.for('ffc-elements.room') as never;

export interface RoomHandleProvider {
  readonly [roomHandleKey]: RoomHandle;
}

function handleOf(element: Element): RoomHandle | undefined {
  return (element as Element & Partial<RoomHandleProvider>)[roomHandleKey];
}

/** What looking for the room gave. */
export type RoomLookup =
  | { readonly found: RoomHandle }
  /** An element that may become the room once its class is defined. */
  | { readonly pending: Element }
  | { readonly missing: true };

/**
 * Finds the room of a part: by id when `forId` is given, else the nearest ancestor, through
 * shadow roots. A walk rather than a context event, because `for` needs one anyway and a walk
 * also finds a room whose class is defined after its parts.
 */
export function findRoom(part: Element, forId: string | undefined): RoomLookup {
  if (forId) {
    const root = part.getRootNode();
    const target =
      root instanceof Document || root instanceof ShadowRoot ? root.getElementById(forId) : null;
    if (!target) return { missing: true };
    const found = handleOf(target);
    return found ? { found } : { pending: target };
  }
  let undefinedAncestor: Element | undefined;
  for (let element = parentOf(part); element; element = parentOf(element)) {
    const found = handleOf(element);
    if (found) return { found };
    if (element.localName === 'ffc-room') undefinedAncestor ??= element;
  }
  return undefinedAncestor ? { pending: undefinedAncestor } : { missing: true };
}

function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
