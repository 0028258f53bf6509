import type { VideoRoom } from '../api/types.js';
import { FfcEvent } from './event.js';

/**
 * Somebody picked a room in `<ffc-room-list>`. Cancel it to keep the list from opening the room
 * in the element that its `for` names.
 */
export class FfcRoomSelectEvent extends FfcEvent {
  readonly room: VideoRoom;

  constructor(room: VideoRoom) {
    super('ffc-room-select', { cancelable: true });
    this.room = room;
  }
}

/** A room was created, changed or deleted with `<ffc-room-list>`. */
abstract class FfcRoomEvent extends FfcEvent {
  /** As the service answered; for a deletion as it was last seen. */
  readonly room: VideoRoom;

  constructor(type: string, room: VideoRoom) {
    super(type);
    this.room = room;
  }
}

/** A room was created with `<ffc-room-list>`; `room` is as the service answered. */
export class FfcRoomCreatedEvent extends FfcRoomEvent {
  constructor(room: VideoRoom) {
    super('ffc-room-created', room);
  }
}

/** A room was changed with `<ffc-room-list>`; `room` is as it is now. */
export class FfcRoomUpdatedEvent extends FfcRoomEvent {
  constructor(room: VideoRoom) {
    super('ffc-room-updated', room);
  }
}

/** A room was deleted with `<ffc-room-list>`; `room` is as it was last seen. */
export class FfcRoomDeletedEvent extends FfcRoomEvent {
  constructor(room: VideoRoom) {
    super('ffc-room-deleted', room);
  }
}

/** `<ffc-room-list>` shows newer content: first load, search, filter, page or refresh. */
export class FfcRoomsLoadEvent extends FfcEvent {
  readonly rooms: readonly VideoRoom[];
  /** Counted from 1, as the `page` attribute. */
  readonly page: number;
  /** The number of rooms on all pages. */
  readonly total: number;

  constructor(rooms: readonly VideoRoom[], page: number, total: number) {
    super('ffc-rooms-load');
    this.rooms = rooms;
    this.page = page;
    this.total = total;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'ffc-room-select': FfcRoomSelectEvent;
    'ffc-room-created': FfcRoomCreatedEvent;
    'ffc-room-updated': FfcRoomUpdatedEvent;
    'ffc-room-deleted': FfcRoomDeletedEvent;
    'ffc-rooms-load': FfcRoomsLoadEvent;
  }
}
