/**
 * The requests for a running share. They are in a file of their own, because their code loads in
 * the background of a call.
 *
 * @firedby ffc-room
 */
import { declareEvent, type EventMapOf } from './event.js';
import type * as Declared from './share-request-events.js';

/** A person wants to pause the share of the local screen, or to resume it. */
export class FfcScreenPauseRequestEvent extends declareEvent('ffc-screen-pause-request', {
  cancelable: true,
})<{
  /** Default: the opposite of the current state. */
  readonly paused?: boolean;
}>() {}

declare global {
  interface GlobalEventHandlersEventMap extends EventMapOf<typeof Declared> {}
}
