import { createHttp, httpSettings, type HttpOptions } from './http.js';
import { RoomCalls } from './room-calls.js';
import { roomRoutes } from './routes.js';
import { resolveOwnUrl } from './token-url.js';
import type { RoomsApi } from './types.js';

/** The options of the client of a rooms gateway. */
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
  const { logger } = settings;
  return new RoomCalls({ send, logger, prefix: 'rooms-url ' }, roomRoutes(''));
}
