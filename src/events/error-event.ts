/**
 * The one event of all failures.
 *
 * @firedby ffc-room ffc-room-list
 */
import type { FfcError } from '../core/errors.js';
import type * as Declared from './error-event.js';
import { declareEvent, type EventMapOf } from './event.js';

/**
 * Something failed. The element shows it too, in words for people.
 *
 * Each failure is emitted once. `aborted` and `invalid-state` are no failures of the room.
 */
export class FfcErrorEvent extends declareEvent('ffc-error')<{
  /** Act on its `reason`. Its message is for the developer, and never contains a secret. */
  readonly error: FfcError;
}>() {}

declare global {
  interface GlobalEventHandlersEventMap extends EventMapOf<typeof Declared> {}
}
