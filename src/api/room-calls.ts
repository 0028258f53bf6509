import type { Logger } from '../core/logger.js';
import type { StatusReasons } from './failure.js';
import type { HttpSend } from './http.js';
import { queryString, roomSegment, type Route, type Routes } from './routes.js';
import { readRoom, readRoomPage } from './schema.js';
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

/** What a call is made with, beside its route. */
export interface CallDetails {
  readonly id?: RoomId;
  /** What `{member}` in the path stands for; may throw, as a wrong id must not reach a path. */
  readonly member?: () => string;
  readonly query?: object;
  readonly body?: object;
  readonly reasons?: StatusReasons | undefined;
}

/** Where the calls of a client go. */
export interface CallTarget<Name extends string> {
  readonly send: HttpSend;
  readonly logger: Logger;
  readonly routes: Routes<Name>;
  /** Stands before a call's name in messages, to say where it went. */
  readonly prefix?: string;
}

/** The room calls, which are alike in the member API, in the server API and in a gateway. */
export class RoomCalls<
  Name extends string = never,
  Input extends RoomInput = RoomInput,
> implements RoomsApi {
  readonly #target: CallTarget<Name | keyof RoomsApi>;

  constructor(target: CallTarget<Name | keyof RoomsApi>) {
    this.#target = target;
  }

  /** Creates a room. With the server API it belongs to the member with the input's `appUserId`. */
  createRoom(input: Input, options?: CallOptions): Promise<VideoRoom> {
    return this.call('createRoom', readRoom, options, { body: input });
  }

  /**
   * One page of the rooms: of those that the member may see, or with the server API of all that
   * the app has. A room that makes no sense is left out.
   */
  listRooms(query: RoomQuery = {}, options?: CallOptions): Promise<Page<VideoRoom>> {
    return this.call('listRooms', readRoomPage, options, { query });
  }

  /** A room by its id, or by its uuid. Rejects with `room-not-found`, among others. */
  getRoom(id: RoomId, options?: CallOptions): Promise<VideoRoom> {
    return this.call('getRoom', readRoom, options, { id });
  }

  /** Changes the fields that are given. */
  updateRoom(id: number, update: RoomUpdate, options?: CallOptions): Promise<VideoRoom> {
    return this.call('updateRoom', readRoom, options, { id, body: update });
  }

  /** Deletes a room, and ends the call in it. */
  deleteRoom(id: number, options?: CallOptions): Promise<void> {
    return this.call('deleteRoom', readNothing, options, { id });
  }

  /** Async, so that an id that cannot be right rejects, and throws nothing. */
  protected async call<T>(
    name: Name | keyof RoomsApi,
    read: (answer: string, logger: Logger) => T,
    { signal }: CallOptions = {},
    { id, member, query = {}, body, reasons }: CallDetails = {},
  ): Promise<T> {
    const { send, logger, routes, prefix = '' } = this.#target;
    const route: Route = routes[name];
    let { path } = route;
    if (id !== undefined) path = path.replace('{id}', roomSegment(id));
    if (member) path = path.replace('{member}', member());
    path += queryString(query);
    const call = { ...route, name: prefix + name, path, body, reasons, signal };
    return send(call, (text) => read(text, logger));
  }
}

/** For calls whose answer says nothing. */
export const readNothing = (): void => {};
