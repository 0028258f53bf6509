/**
 * The events of a room in all states.
 *
 * @firedby ffc-room
 */
import type { RoomState } from '../state/types.js';
import { declareEvent, type EventMapOf } from './event.js';
import type * as Declared from './room-events.js';

/** The state of the room in its flow changed. */
export class FfcStateChangeEvent extends declareEvent('ffc-state-change')<{
  readonly state: RoomState;
  readonly previous: RoomState;
}>() {}

declare global {
  interface GlobalEventHandlersEventMap extends EventMapOf<typeof Declared> {}
}
