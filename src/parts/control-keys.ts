import { type Cell, createCell, type Readable } from '../core/cell.js';
import type { RoomHandle } from './room-handle.js';
import { drawnParent } from './tree.js';

/** The key of each control, by its name. */
type Keys = Readonly<Record<string, string>>;

const cells = new WeakMap<RoomHandle, Cell<Keys>>();

/** The keys that act in a room now: none where it has no shortcuts. */
export function controlKeys(room: RoomHandle): Readable<Keys> {
  return keyCell(room);
}

/** The same, for what acts on the keys. */
export function keyCell(room: RoomHandle): Cell<Keys> {
  const cell = cells.get(room) ?? createCell<Keys>({});
  cells.set(room, cell);
  return cell;
}

/** The key of a control's button: keys act only while the focus is inside of the room. */
export function keyOf(name: string, part: Element, room: RoomHandle): string | undefined {
  let node: Element | null = part;
  while (node && node !== room.host) node = drawnParent(node);
  return node ? controlKeys(room).getSnapshot()[name]?.toUpperCase() : undefined;
}
