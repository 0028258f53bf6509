import { type Cell, createCell, type Readable } from '../core/cell.js';
import type { RoomHandle } from './room-handle.js';

type Counts = Readonly<Record<string, number>>;

const counts = new WeakMap<RoomHandle, Cell<Counts>>();

/**
 * The number of things that wait in each panel of a room, such as unread messages, for its control.
 */
export function panelCounts(room: RoomHandle): Readable<Counts> {
  return countsOf(room);
}

/** Says how many things wait in a panel. */
export function setPanelCount(room: RoomHandle, panel: string, count: number): void {
  const cell = countsOf(room);
  if (cell.getSnapshot()[panel] !== count) cell.set({ ...cell.getSnapshot(), [panel]: count });
}

function countsOf(room: RoomHandle): Cell<Counts> {
  const cell = counts.get(room) ?? createCell<Counts>({});
  counts.set(room, cell);
  return cell;
}
