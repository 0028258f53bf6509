import type { Emitter } from '../../core/emitter.js';
import { type FfcError, isAbort } from '../../core/errors.js';
import type { RoomStoreEvents } from '../types.js';

/** Returns a function that emits each failure once, except `aborted` and `invalid-state`. */
export function createErrorReport(events: Emitter<RoomStoreEvents>): (error: FfcError) => void {
  const reported = new WeakSet<FfcError>();
  return (error) => {
    if (isAbort(error) || error.reason === 'invalid-state' || reported.has(error)) return;
    reported.add(error);
    events.emit('error', { error });
  };
}
