import { type Cell, createCell, type Readable } from '../core/cell.js';
import type { RoomHandle } from './room-handle.js';
import { drawnParent } from './tree.js';

/** The key of each control, by its name. */
type Keys = Readonly<Record<string, string>>;

const cells = new WeakMap<RoomHandle, Cell<Keys>>();

/** The keys of a room's shortcuts now. Empty in a room without shortcuts. */
export function controlKeys(room: RoomHandle): Readable<Keys> {
  return keyCell(room);
}

/** The writable cell of the keys, for the code of the shortcuts. */
export function keyCell(room: RoomHandle): Cell<Keys> {
  const cell = cells.get(room) ?? createCell<Keys>({});
  cells.set(room, cell);
  return cell;
}

/**
 * The key of a control's button. Undefined for a button outside the room: keys act only while the
 * focus is inside.
 */
export function keyOf(name: string, part: Element, room: RoomHandle): string | undefined {
  let node: Element | null = part;
  while (node && node !== room.host) node = drawnParent(node);
  return node ? controlKeys(room).getSnapshot()[name]?.toUpperCase() : undefined;
}
