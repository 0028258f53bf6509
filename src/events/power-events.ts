/**
 * The event of a room on a computer that cannot keep up.
 *
 * @firedby ffc-room
 */
import { declareEvent, type EventMapOf } from './event.js';
import type * as Declared from './power-events.js';

/** The videos of the others were put off, or are downloaded again. */
export class FfcPowerChangeEvent extends declareEvent('ffc-power-change')<{
  readonly saving: boolean;
  /** `overload`: this computer cannot keep up. `person`: who sits at it wants the videos. `end`: of the call. */
  readonly reason: 'overload' | 'person' | 'end';
}>() {}

declare global {
  interface GlobalEventHandlersEventMap extends EventMapOf<typeof Declared> {}
}
