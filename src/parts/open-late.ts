import { loadFailed } from '../core/errors.js';
import { FfcErrorEvent } from '../events/error-event.js';
import type { RoomHandle } from './room-handle.js';

/** Opens a menu once its code has loaded. Emits `ffc-error` on the room when the load fails. */
export function openLate(room: RoomHandle, loading: Promise<unknown>, open: () => void): void {
  loading.then(open, (cause: unknown) => {
    const error = loadFailed('The code of a menu could not be loaded.', cause);
    room.host.dispatchEvent(new FfcErrorEvent({ error }));
  });
}
