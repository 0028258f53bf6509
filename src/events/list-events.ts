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

/** A room was created with `<ffc-room-list>`. */
export class FfcRoomCreatedEvent extends declareEvent('ffc-room-created')<{
  /** The service's answer. */
  readonly room: VideoRoom;
}>() {}

/** A room was changed with `<ffc-room-list>`. */
export class FfcRoomUpdatedEvent extends declareEvent('ffc-room-updated')<{
  /** The current state. */
  readonly room: VideoRoom;
}>() {}

/** A room was deleted with `<ffc-room-list>`. */
export class FfcRoomDeletedEvent extends declareEvent('ffc-room-deleted')<{
  /** The last known state. */
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
