/**
 * The events of a room, whether it is open or not.
 *
 * @firedby ffc-room
 */
import type { RoomState } from '../state/types.js';
import { declareEvent, type EventMapOf } from './event.js';
import type * as Declared from './room-events.js';

/** The room is at another point of its flow. */
export class FfcStateChangeEvent extends declareEvent('ffc-state-change')<{
  readonly state: RoomState;
  readonly previous: RoomState;
}>() {}

declare global {
  interface GlobalEventHandlersEventMap extends EventMapOf<typeof Declared> {}
}
