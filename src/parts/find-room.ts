import { type RoomHandle, type RoomHandleProvider, roomHandleKey } from './room-handle.js';
import { drawnParent, type Root, rootOf, rootsAround } from './tree.js';

/** A part's choice of its room; without one it is the nearest room around the part. */
export interface RoomTarget {
  /** The room itself; takes precedence over `id`. */
  readonly element: Element | null | undefined;
  /** The room's id, looked up in the part's own root, then outwards. */
  readonly id: string;
  /** Further roots in which to look up the id: those around the part in an earlier document. */
  readonly formerRoots: readonly Root[];
}

/** The reason why a part has no room. */
export type RoomProblem =
  | { readonly kind: 'no-element'; readonly id: string }
  | { readonly kind: 'no-room'; readonly element: Element; readonly id: string }
  | { readonly kind: 'no-ancestor' };

export interface RoomSearch {
  readonly room: RoomHandle | undefined;
  /**
   * The reason why there is no room. Also undefined while an element that is not yet defined may be
   * it.
   */
  readonly problem: RoomProblem | undefined;
  /** The roots whose changes may alter the result. */
  readonly roots: readonly Root[];
  /** Elements that may turn out to be the room once their classes are defined. */
  readonly undefinedElements: readonly Element[];
}

/**
 * Finds the room of a part. It walks the tree instead of sending a context event, because an id
 * needs a look-up anyway, and a walk also finds a room whose class is defined after its parts.
 */
export function findRoom(part: Element, target: RoomTarget): RoomSearch {
  if (target.element) return searchElements([target.element], '', []);
  if (!target.id) return searchAncestors(part);
  const roots = [...new Set([...rootsAround(part), ...target.formerRoots])];
  const selector = `#${CSS.escape(target.id)}`;
  const named = roots.flatMap((root) => [...root.querySelectorAll(selector)]);
  return searchElements(named, target.id, roots);
}

/** Returns the first room among the elements that are named as one. */
function searchElements(
  elements: readonly Element[],
  id: string,
  roots: readonly Root[],
): RoomSearch {
  const undefinedElements: Element[] = [];
  for (const element of elements) {
    const room = handleOf(element);
    if (room) return { room, problem: undefined, roots, undefinedElements };
    if (isUndefined(element)) undefinedElements.push(element);
  }
  const wrong = elements.find((element) => !isUndefined(element));
  const isPending = undefinedElements.length > 0;
  const problem: RoomProblem = wrong
    ? { kind: 'no-room', element: wrong, id }
    : { kind: 'no-element', id };
  return { room: undefined, problem: isPending ? undefined : problem, roots, undefinedElements };
}

function searchAncestors(part: Element): RoomSearch {
  const undefinedElements: Element[] = [];
  const roots = new Set<Root>();
  let element = part;
  for (let parent = drawnParent(part); parent; parent = drawnParent(element)) {
    addChangeableRoots(element, roots);
    element = parent;
    const room = handleOf(element);
    if (room) return { room, problem: undefined, roots: [...roots], undefinedElements };
    if (isUndefined(element)) undefinedElements.push(element);
  }
  const problem: RoomProblem | undefined =
    undefinedElements.length > 0 ? undefined : { kind: 'no-ancestor' };
  return { room: undefined, problem, roots: [...roots], undefinedElements };
}

/**
 * Adds the roots in which a slot may change the room of a part without moving it. A moved element
 * needs no observer: its parts look for their room again. Slots of a room itself never lead to
 * another room.
 */
function addChangeableRoots(element: Element, roots: Set<Root>): void {
  const parent = element.parentElement;
  if (!parent || handleOf(parent)) return;
  const inner = element.assignedSlot ? rootOf(element.assignedSlot) : parent.shadowRoot;
  const own = rootOf(element);
  if (inner) roots.add(inner);
  if (inner && own) roots.add(own);
}

function handleOf(element: Element): RoomHandle | undefined {
  return (element as Element & Partial<RoomHandleProvider>)[roomHandleKey];
}

function isUndefined(element: Element): boolean {
  return element.matches(':not(:defined)');
}
