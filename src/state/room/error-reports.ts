import type { Emitter } from '../../core/emitter.js';
import { type FfcError, isAbort } from '../../core/errors.js';
import type { RoomStoreEvents } from '../types.js';

/** Emits each failure once, and none that only says that a call came at the wrong time. */
export class ErrorReports {
  readonly #events: Emitter<RoomStoreEvents>;
  readonly #told = new WeakSet<FfcError>();

  constructor(events: Emitter<RoomStoreEvents>) {
    this.#events = events;
  }

  readonly tell = (error: FfcError): void => {
    if (isAbort(error) || error.reason === 'invalid-state' || this.#told.has(error)) return;
    this.#told.add(error);
    this.#events.emit('error', { error });
  };
}
