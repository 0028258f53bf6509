import { type Cell, createCell, type Readable } from '../core/cell.js';
import type { RoomHandle } from './room-handle.js';

type Counts = Readonly<Record<string, number>>;

const counts = new WeakMap<RoomHandle, Cell<Counts>>();

/**
 * The number of waiting things in each panel of a room, such as unread messages. The panel's
 * control shows it.
 */
export function panelCounts(room: RoomHandle): Readable<Counts> {
  return countsOf(room);
}

/** Sets the number of waiting things in a panel. */
export function setPanelCount(room: RoomHandle, panel: string, count: number): void {
  const cell = countsOf(room);
  if (cell.getSnapshot()[panel] !== count) cell.set({ ...cell.getSnapshot(), [panel]: count });
}

function countsOf(room: RoomHandle): Cell<Counts> {
  const cell = counts.get(room) ?? createCell<Counts>({});
  counts.set(room, cell);
  return cell;
}
