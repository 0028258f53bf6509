/**
 * The requests for signs that people give: apart from the other requests, because their code loads
 * behind a call.
 *
 * @firedby ffc-room
 */
import { declareEvent, type EventMapOf } from './event.js';
import type * as Declared from './signal-request-events.js';

const request = { cancelable: true };

/** Somebody wants to raise the own hand, or to lower it. */
export class FfcHandRequestEvent extends declareEvent('ffc-hand-request', request)<{
  /** Left out: the opposite of what is. */
  readonly raised?: boolean;
}>() {}

/** Somebody wants to react. */
export class FfcReactionRequestEvent extends declareEvent('ffc-reaction-request', request)<{
  /** `thumbs-up`, `clap`, `heart`, `laugh`, `surprise` or `party`. */
  readonly name: string;
}>() {}

/** Somebody wants captions over the stage, or none. */
export class FfcCaptionsRequestEvent extends declareEvent('ffc-captions-request', request)<{
  /** Left out: the opposite of what is. */
  readonly enabled?: boolean;
}>() {}

declare global {
  interface GlobalEventHandlersEventMap extends EventMapOf<typeof Declared> {}
}
