import type { FfcError } from '../core/errors.js';
import { FfcEvent } from './event.js';

/** Something went wrong. The element shows it too, in words for people. */
export class FfcErrorEvent extends FfcEvent {
  /** Act on its `reason`; its message is for the developer, and never holds a secret. */
  readonly error: FfcError;

  constructor(error: FfcError) {
    super('ffc-error');
    this.error = error;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'ffc-error': FfcErrorEvent;
  }
}
