/**
 * The events of changes that are made with a list of rooms; they load with its dialogs.
 *
 * @firedby ffc-room-list
 */
import type { VideoRoom } from '../api/types.js';
import { declareEvent, type EventMapOf } from './event.js';
import type * as Declared from './list-change-events.js';

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

declare global {
  interface GlobalEventHandlersEventMap extends EventMapOf<typeof Declared> {}
}
