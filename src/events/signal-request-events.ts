/**
 * The requests for raised hands, reactions and captions. They are in a file of their own, because
 * their code loads in the background of a call.
 *
 * @firedby ffc-room
 */
import { declareEvent, type EventMapOf } from './event.js';
import type * as Declared from './signal-request-events.js';

const request = { cancelable: true };

/** A person wants to raise or lower the hand. */
export class FfcHandRequestEvent extends declareEvent('ffc-hand-request', request)<{
  /** Default: the opposite of the current state. */
  readonly raised?: boolean;
}>() {}

/** A person wants to send a reaction. */
export class FfcReactionRequestEvent extends declareEvent('ffc-reaction-request', request)<{
  /** `thumbs-up`, `clap`, `heart`, `laugh`, `surprise` or `party`. */
  readonly name: string;
}>() {}

/** A person wants to show or hide the captions. */
export class FfcCaptionsRequestEvent extends declareEvent('ffc-captions-request', request)<{
  /** Default: the opposite of the current state. */
  readonly enabled?: boolean;
}>() {}

declare global {
  interface GlobalEventHandlersEventMap extends EventMapOf<typeof Declared> {}
}
