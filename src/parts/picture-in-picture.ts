import { type Cell, createCell } from '../core/cell.js';
import type { RoomHandle } from './room-handle.js';

/** The browser's API for a picture-in-picture window with a document of its own. */
export interface DocumentPictureInPicture {
  readonly window: Window | null;
  requestWindow(options: { readonly width: number; readonly height: number }): Promise<Window>;
}

/** The API of this browser; undefined without support. */
export function ownWindows(): DocumentPictureInPicture | undefined {
  return (globalThis as { documentPictureInPicture?: DocumentPictureInPicture })
    .documentPictureInPicture;
}

/** Whether a script can show a call, or one video of it, in a picture-in-picture window. */
export function canLeavePage(): boolean {
  // Firefox lacks the property, though the types have it.
  const { document } = globalThis as { readonly document?: Partial<Document> };
  return !!ownWindows() || (document?.pictureInPictureEnabled ?? false);
}

const cells = new WeakMap<RoomHandle, Cell<boolean>>();

/** Whether a room, or a video of it, is in a picture-in-picture window. */
export function isElsewhere(room: RoomHandle): Cell<boolean> {
  const cell = cells.get(room) ?? createCell(false);
  cells.set(room, cell);
  return cell;
}
