/**
 * The events of raised hands and reactions in a call.
 *
 * @firedby ffc-room
 */
import type { ReactionName } from '../state/signal-types.js';
import type { ParticipantSnapshot } from '../state/types.js';
import { declareEvent, type EventMapOf } from './event.js';
import type * as Declared from './signal-events.js';

/** A participant, possibly the local one, raised or lowered a hand. */
export class FfcHandChangeEvent extends declareEvent('ffc-hand-change')<{
  readonly participant: ParticipantSnapshot;
  readonly raised: boolean;
  /**
   * The number of the hand in the queue, from 1, the same for everybody. Undefined when lowered.
   */
  readonly order: number | undefined;
}>() {}

/** A participant, possibly the local one, reacted. At most five a second of each are emitted. */
export class FfcReactionEvent extends declareEvent('ffc-reaction')<{
  readonly participant: ParticipantSnapshot;
  readonly name: ReactionName;
}>() {}

declare global {
  interface GlobalEventHandlersEventMap extends EventMapOf<typeof Declared> {}
}
