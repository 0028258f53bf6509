import { createHttp, httpSettings, type HttpOptions } from './http.js';
import { roomQueryString, roomSegment, routes, type Route } from './routes.js';
import { readRoom, readRoomPage } from './schema.js';
import { resolveOwnUrl } from './token-url.js';
import type { CallOptions, Page, RoomId, RoomsApi, VideoRoom } from './types.js';

/** What a rooms gateway is reached by. */
export interface GatewayOptions extends HttpOptions {
  /** An address of the page's own origin, without a query. */
  readonly roomsUrl: string;
}

/**
 * The room calls by way of the app's own backend, which decides per user and action: what
 * `rooms-url` stands for. The requests and answers are those of the member API, below `roomsUrl`
 * in place of `/v2/members/me/video-rooms`. Who is asking is told by the page's cookies; no
 * member token goes there. Fails as `FfcClient` does, and is retried alike; a 401 is not.
 *
 * @throws {FfcError} `invalid-rooms-url`, stage `setup`.
 */
export function createGatewayRoomsApi({ roomsUrl, ...options }: GatewayOptions): RoomsApi {
  const settings = httpSettings(options);
  const send = createHttp(
    {
      baseUrl: resolveOwnUrl(roomsUrl, 'rooms-url').replace(/\/+$/, ''),
      authorization: { renewable: false, authorize: () => Promise.resolve({ header: '' }) },
      // What a password or a session is sent with must not travel on to another place.
      requestInit: { credentials: 'same-origin', cache: 'no-store', redirect: 'error' },
    },
    settings,
  );
  const readPage = (text: string): Page<VideoRoom> => readRoomPage(text, settings.logger);

  // Async, so that an id that cannot be right rejects, and throws nothing.
  const call = async <T>(
    route: Route,
    read: (text: string) => T,
    { signal }: CallOptions = {},
    { id, body, query = '' }: { id?: RoomId; body?: object; query?: string } = {},
  ): Promise<T> =>
    send(
      // The messages of what goes wrong say where.
      {
        ...route,
        name: 'rooms-url',
        path: id === undefined ? query : `/${roomSegment(id)}`,
        body,
        signal,
      },
      read,
    );

  return {
    createRoom: (body, options) => call(routes.createRoom, readRoom, options, { body }),
    listRooms: (query = {}, options) =>
      call(routes.listRooms, readPage, options, { query: roomQueryString(query) }),
    getRoom: (id, options) => call(routes.getRoom, readRoom, options, { id }),
    updateRoom: (id, body, options) => call(routes.updateRoom, readRoom, options, { id, body }),
    deleteRoom: (id, options) => call(routes.deleteRoom, () => {}, options, { id }),
  };
}
