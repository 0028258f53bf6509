import { readRoom, readRoomPage } from './schema.js';
import { readNothing, ServiceCalls } from './service-calls.js';
import type {
  CallOptions,
  Page,
  RoomId,
  RoomInput,
  RoomQuery,
  RoomsApi,
  RoomUpdate,
  VideoRoom,
} from './types.js';

/** The room calls, which are the same in the member API, in the server API and in a gateway. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- for subclasses
export class RoomCalls<Name extends string = never, Input extends RoomInput = RoomInput>
  extends ServiceCalls<Name | keyof RoomsApi>
  implements RoomsApi
{
  /** Creates a room. With the server API it belongs to the member with the input's `appUserId`. */
  createRoom(input: Input, options?: CallOptions): Promise<VideoRoom> {
    return this.call('createRoom', readRoom, options, { body: input });
  }

  /**
   * Lists one page of the rooms that the member may see, or with the server API of all rooms of the
   * app. Invalid rooms are left out.
   */
  listRooms(query: RoomQuery = {}, options?: CallOptions): Promise<Page<VideoRoom>> {
    return this.call('listRooms', readRoomPage, options, { query });
  }

  /** Gets a room by its id or uuid. Rejects with `room-not-found`, among others. */
  getRoom(id: RoomId, options?: CallOptions): Promise<VideoRoom> {
    return this.call('getRoom', readRoom, options, { id });
  }

  /** Changes the given fields of a room. */
  updateRoom(id: number, update: RoomUpdate, options?: CallOptions): Promise<VideoRoom> {
    return this.call('updateRoom', readRoom, options, { id, body: update });
  }

  /** Deletes a room, and ends the call in it. */
  deleteRoom(id: number, options?: CallOptions): Promise<void> {
    return this.call('deleteRoom', readNothing, options, { id });
  }
}
