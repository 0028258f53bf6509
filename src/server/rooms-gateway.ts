import { FfcError } from '../core/errors.js';
import type { CallOptions, RoomId, VideoRoom } from '../api/types.js';
import {
  emptyAnswer,
  nullAnswer,
  Refusal,
  report,
  reportError,
  retryAfterOf,
  serviceFailure,
  type Answer,
  type OnError,
} from './answer.js';
import type { FfcServerClient } from './client.js';
import { createHandler, type Handler } from './handler.js';
import { refuseBrowser } from './refuse-browser.js';
import { readAction, type RoomsAction } from './rooms-action.js';
import {
  emptyPage,
  isDelegated,
  mayChange,
  mayRead,
  narrow,
  readable,
  toPermission,
  withRights,
  type Permission,
  type RoomsDecision,
} from './rooms-decision.js';

/** A {@link RoomsAction}, and its request, whose body has been read. */
export type RoomsActionRequest = RoomsAction & { readonly request: Request };

type RoomCalls = Pick<
  FfcServerClient,
  'createRoom' | 'listRooms' | 'getRoom' | 'updateRoom' | 'deleteRoom'
>;

export interface RoomsGatewayOptions {
  /**
   * Identifies the user by the app's own session, and decides by the app's rules. Before the
   * decision, the service gets no request except by a call of `room()`. That rejects with the
   * service's failure: do not catch it, and the page gets the answer that there is no such room.
   *
   * The server API has all rooms of the app. With only `{ appUserId }` the gateway is limited to
   * own and public rooms. With `any: true`, this function must refuse rooms that the member may not
   * see.
   */
  readonly authorize: (asked: RoomsActionRequest) => RoomsDecision | Promise<RoomsDecision>;
  readonly client: RoomCalls;
  /** The path of the gateway, without a slash at its end. Default `/ffc/rooms`. */
  readonly basePath?: string;
  /**
   * Called with an error of `authorize`, with a failed call of the service, and with refusals that
   * concern the app and not the page: 403, and 404 for anything but a room. Default: the console.
   */
  readonly onError?: OnError;
}

/**
 * The gateway of `rooms-url`: the room calls of the member API below a path of the app's own,
 * each decided by the app and carried out by the server API. Joining does not pass through it.
 *
 * By default a member creates own rooms, gets own and public ones, and changes and deletes own
 * ones. The gateway requests the owner of a room before it changes it. A list has the public rooms;
 * with the member's own `appUserId` as filter, or an access level other than PUBLIC, it has their
 * own ones. `any: true` in the decision opens all rooms of the app.
 *
 * | call                     | does                                                              |
 * | ------------------------ | ----------------------------------------------------------------- |
 * | GET `{base}?query`       | lists; the query is the member API's, `page` counted from 1: 200  |
 * | POST `{base}`            | creates; 201                                                      |
 * | GET `{base}/{id}`        | gets; 200                                                         |
 * | GET `{base}/uuid/{uuid}` | gets; 200                                                         |
 * | PATCH `{base}/{id}`      | changes the fields that are given; 200                            |
 * | DELETE `{base}/{id}`     | deletes; 204                                                      |
 *
 * The answer for a room has one more field than the member API, `can`: the member's rights of
 * `update` and `delete`. A page has `can` if the decision has one: `create`, or empty. So a list
 * with only `rooms-url` offers only permitted actions.
 *
 * Each call of the service is made once: pages retry, and are told by `Retry-After` when. Rooms
 * and pages are answered as the member API does. Failures are `{errorCode, errorMessage}`:
 * 400 `INVALID_HTTP_MESSAGE_BODY`, `INVALID_HTTP_REQUEST_PARAMETER` and the service's limits
 * (`CUSTOM_…`, `EMPTY_VIDEO_ROOM_TYPE`), 401 `NOT_SIGNED_IN`, 403 `FORBIDDEN` and
 * `CROSS_SITE_REQUEST`, 404 `VIDEO_ROOM_NOT_FOUND` and `RESOURCE_NOT_FOUND`, 405
 * `UNSUPPORTED_HTTP_METHOD`, 413 `HTTP_MESSAGE_BODY_TOO_LARGE` (64 KiB), 415
 * `UNSUPPORTED_MEDIA_TYPE`, 500 `INTERNAL_SERVER_ERROR` when `authorize` threw, or when something
 * else has read the body before. What the service refuses with another 4xx is passed on with its
 * code; everything else that it fails with, wrong credentials of the app included, is
 * `SERVICE_FAILED` with 503, 504 or 502. Nothing may be cached.
 *
 * @example
 * const rooms = createRoomsGateway({
 *   client,
 *   authorize: async (asked) => {
 *     const user = await sessions.userOf(asked.request);
 *     if (!user) return null;
 *     const can = user.isTeacher ? (['create', 'update', 'delete'] as const) : [];
 *     return { appUserId: user.id, any: user.isAdmin, can };
 *   },
 * });
 * // Next: app/ffc/rooms/[[...path]]/route.ts
 * export { rooms as GET, rooms as POST, rooms as PATCH, rooms as DELETE };
 * // Hono
 * app.all('/ffc/rooms/*', (c) => rooms(c.req.raw));
 * // Express
 * app.use('/ffc/rooms', toNodeListener(rooms));
 *
 * @throws {FfcError} `invalid-state`, stage `setup`, in a browser.
 */
export function createRoomsGateway(options: RoomsGatewayOptions): Handler {
  refuseBrowser('createRoomsGateway');
  const { authorize, client, basePath = '/ffc/rooms', onError = reportError } = options;

  return createHandler(async (request) => {
    const { signal } = request;
    // The page retries failed calls. Retries here would multiply them.
    const once = { signal, retry: { retries: 0 } };
    const failed = new Set<unknown>();
    /** Records refusals of the service, so that they do not count as the app's mistake. */
    const ask = async <T>(call: Promise<T>): Promise<T> => {
      try {
        return await call;
      } catch (error) {
        failed.add(error);
        throw error;
      }
    };
    try {
      const getRoom = (id: RoomId) => ask(client.getRoom(id, once));
      const asked = await readAction(request, basePath, getRoom);
      const decision = await authorize({ ...asked, request: request.request });
      if (decision === false) throw forbidden();
      if (!decision) throw new Refusal(401, 'NOT_SIGNED_IN', 'Nobody is signed in.');
      return await act(asked, toPermission(decision), once, ask);
    } catch (thrown) {
      if (!failed.has(thrown)) throw thrown;
      if (!signal.aborted && !isForPage(thrown)) report(onError, thrown);
      throw refusalOf(thrown);
    }
  }, onError);

  /**
   * Carries out an action, if the member may. The owner of a room never changes, so that a check
   * before the action is enough. The answer of the action is checked again.
   */
  async function act(
    asked: RoomsAction,
    permission: Permission,
    once: CallOptions,
    ask: <T>(call: Promise<T>) => Promise<T>,
  ): Promise<Answer> {
    if (
      asked.action !== 'list' &&
      asked.action !== 'get' &&
      !isDelegated(permission, asked.action)
    ) {
      throw forbidden();
    }
    const answerOf = (room: VideoRoom, status?: number): Answer =>
      nullAnswer(withRights(room, permission), status);
    switch (asked.action) {
      case 'list': {
        const query = narrow(asked.query, permission);
        if (!query) return nullAnswer(emptyPage(asked.query, permission));
        return nullAnswer(readable(await ask(client.listRooms(query, once)), permission));
      }
      case 'get':
        return answerOf(checked(await asked.room(), mayRead, permission));
      case 'create': {
        const input = { ...asked.input, appUserId: permission.appUserId };
        return answerOf(await ask(client.createRoom(input, once)), 201);
      }
      case 'update': {
        if (!permission.any) checked(await asked.room(), mayChange, permission);
        const room = await ask(client.updateRoom(asked.roomId, asked.update, once));
        return answerOf(checked(room, mayChange, permission));
      }
      case 'delete':
        if (!permission.any) checked(await asked.room(), mayChange, permission);
        await ask(client.deleteRoom(asked.roomId, once));
        return emptyAnswer();
    }
  }
}

/** @throws {Refusal} 403 `FORBIDDEN`. */
function checked(
  room: VideoRoom,
  may: (room: VideoRoom, permission: Permission) => boolean,
  permission: Permission,
): VideoRoom {
  if (may(room, permission)) return room;
  throw forbidden();
}

const forbidden = (): Refusal => new Refusal(403, 'FORBIDDEN', 'You may not do this.');

/** Whether a refusal of the service concerns the page's request, and not a mistake of the app. */
function isForPage(error: unknown): boolean {
  if (!(error instanceof FfcError)) return false;
  const { status = 0, reason } = error;
  if (status === 404) return reason === 'room-not-found';
  return status >= 400 && status < 500 && status !== 401 && status !== 403;
}

/** The answer to the page about a failed call of the service. */
function refusalOf(error: unknown): Refusal {
  if (!(error instanceof FfcError)) return serviceFailure(error);
  const { status = 0, errorCode = 'INVALID_REQUEST' } = error;
  // A 401 concerns the app's own credentials. The page would apply it to its user.
  if (status < 400 || status >= 500 || status === 401) return serviceFailure(error);
  return new Refusal(status, errorCode, 'The video service refused this.', retryAfterOf(error));
}
