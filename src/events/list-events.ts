/**
 * The events of a list of rooms.
 *
 * @firedby ffc-room-list
 */
import type { VideoRoom } from '../api/types.js';
import { declareEvent, type EventMapOf } from './event.js';
import type * as Declared from './list-events.js';

/**
 * A person picked a room in `<ffc-room-list>`.
 *
 * Cancel it to prevent the list from opening the room in the element of its `for`.
 */
export class FfcRoomSelectEvent extends declareEvent('ffc-room-select', { cancelable: true })<{
  readonly room: VideoRoom;
}>() {}

/** `<ffc-room-list>` shows newer content: first load, search, filter, page or refresh. */
export class FfcRoomsLoadEvent extends declareEvent('ffc-rooms-load')<{
  readonly rooms: readonly VideoRoom[];
  /** Counted from 1, like the `page` attribute. */
  readonly page: number;
  /** The number of rooms on all pages. */
  readonly total: number;
}>() {}

declare global {
  interface GlobalEventHandlersEventMap extends EventMapOf<typeof Declared> {}
}
