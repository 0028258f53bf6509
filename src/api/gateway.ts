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
 * Creates the client of a rooms gateway, for `rooms-url`: the room calls go to the app's own
 * backend, which decides for each user and action. The requests and answers are those of the member
 * API, below `roomsUrl` in place of `/v2/members/me/video-rooms`. The page's cookies identify the
 * user; no member token is sent. It fails and retries like `FfcClient`, but does not retry a 401.
 *
 * @throws {FfcError} `invalid-rooms-url`, stage `setup`.
 */
export function createGatewayRoomsApi({ roomsUrl, ...options }: GatewayOptions): RoomsApi {
  const settings = httpSettings(options);
  const send = createHttp(
    {
      baseUrl: resolveOwnUrl(roomsUrl, 'rooms-url').replace(/\/+$/, ''),
      authorization: { renewable: false, authorize: () => Promise.resolve({ header: '' }) },
      // A request with a password or a session must not follow a redirect.
      requestInit: { credentials: 'same-origin', cache: 'no-store', redirect: 'error' },
    },
    settings,
  );
  const { logger } = settings;
  return new RoomCalls({ send, logger, prefix: 'rooms-url ' }, roomRoutes(''));
}
