/**
 * The signs that people in a call give each other without speaking.
 *
 * @firedby ffc-room
 */
import type { ReactionName } from '../state/signal-types.js';
import type { ParticipantSnapshot } from '../state/types.js';
import { declareEvent, type EventMapOf } from './event.js';
import type * as Declared from './signal-events.js';

/** Somebody raised a hand, or lowered it; also the local participant. */
export class FfcHandChangeEvent extends declareEvent('ffc-hand-change')<{
  readonly participant: ParticipantSnapshot;
  readonly raised: boolean;
  /** Its place among the raised hands, from 1: the same for everybody. Undefined when lowered. */
  readonly order: number | undefined;
}>() {}

/** Somebody reacted; also the local participant. At most five a second of each are told. */
export class FfcReactionEvent extends declareEvent('ffc-reaction')<{
  readonly participant: ParticipantSnapshot;
  readonly name: ReactionName;
}>() {}

declare global {
  interface GlobalEventHandlersEventMap extends EventMapOf<typeof Declared> {}
}
