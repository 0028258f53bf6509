import { type Cell, createCell } from '../core/cell.js';
import type { RoomHandle } from './room-handle.js';

/** The API of a browser that lets a page open a window which stays above all others. */
export interface DocumentPictureInPicture {
  readonly window: Window | null;
  requestWindow(options: { readonly width: number; readonly height: number }): Promise<Window>;
}

/** Undefined where the browser has no such windows. */
export function ownWindows(): DocumentPictureInPicture | undefined {
  return (globalThis as { documentPictureInPicture?: DocumentPictureInPicture })
    .documentPictureInPicture;
}

/** Whether the browser lets a script show a call, or a video of it, above all windows. */
export function canLeavePage(): boolean {
  // Missing in Firefox, whatever the types say.
  const { document } = globalThis as { readonly document?: Partial<Document> };
  return !!ownWindows() || (document?.pictureInPictureEnabled ?? false);
}

const cells = new WeakMap<RoomHandle, Cell<boolean>>();

/** Whether a room, or a video of it, is in a window of its own. */
export function isElsewhere(room: RoomHandle): Cell<boolean> {
  const cell = cells.get(room) ?? createCell(false);
  cells.set(room, cell);
  return cell;
}
