/**
 * The event of a room on a computer that is too slow for the videos.
 *
 * @firedby ffc-room
 */
import { declareEvent, type EventMapOf } from './event.js';
import type * as Declared from './power-events.js';

/** The videos of the others were paused, or are downloaded again. */
export class FfcPowerChangeEvent extends declareEvent('ffc-power-change')<{
  readonly saving: boolean;
  /**
   * `overload`: this computer is too slow. `person`: the person turned the videos on. `end`: the
   * call ended.
   */
  readonly reason: 'overload' | 'person' | 'end';
}>() {}

declare global {
  interface GlobalEventHandlersEventMap extends EventMapOf<typeof Declared> {}
}
