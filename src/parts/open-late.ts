import { loadFailed } from '../core/errors.js';
import { FfcErrorEvent } from '../events/error-event.js';
import type { RoomHandle } from './room-handle.js';

/** Opens a menu whose code was still missing when it was asked for, or tells the room why not. */
export function openLate(room: RoomHandle, loading: Promise<unknown>, open: () => void): void {
  loading.then(open, (cause: unknown) => {
    const error = loadFailed('The code of a menu could not be loaded.', cause);
    room.host.dispatchEvent(new FfcErrorEvent({ error }));
  });
}
