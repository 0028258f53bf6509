import { FfcError } from '../core/errors.js';
import type { RoomId, RoomInput, RoomQuery, RoomUpdate, VideoRoom } from '../api/types.js';
import {
  checkMethod,
  createHandler,
  emptyAnswer,
  jsonAnswer,
  Refusal,
  report,
  reportError,
  serviceFailure,
  type Handler,
  type OnError,
} from './answer.js';
import type { FfcServerClient } from './client.js';
import { toMember } from './member-schema.js';
import { readJson } from './read-json.js';
import { refuseBrowser } from './refuse-browser.js';
import { toRoomInput, toRoomQuery, toRoomUpdate } from './room-requests.js';
import { checkSameSite } from './same-site.js';

/** A room that is asked about. */
interface AboutRoom<Id extends RoomId> {
  readonly roomId: Id;
  /** Gets the room from the service, once, however often it is called. */
  readonly room: () => Promise<VideoRoom>;
}

/** What somebody asks of the gateway: checked for its form, not yet for whether they may. */
export type RoomsAction =
  | { readonly action: 'list'; readonly query: RoomQuery }
  | { readonly action: 'create'; readonly input: RoomInput }
  | ({ readonly action: 'get' } & AboutRoom<RoomId>)
  | ({ readonly action: 'update'; readonly update: RoomUpdate } & AboutRoom<number>)
  | ({ readonly action: 'delete' } & AboutRoom<number>);

/** A {@link RoomsAction}, and the request that it came in, whose body has been read. */
export type RoomsActionRequest = RoomsAction & { readonly request: Request };

/** Yes, as this member; false: signed in, but may not (403); null: nobody is signed in (401). */
export type RoomsDecision =
  | {
      /** The member that acts: a room that is created belongs to them. */
      readonly appUserId: string;
      /** For `list`: goes over what was asked for, as in `{ accessLevel: 'PUBLIC' }`. */
      readonly only?: Pick<RoomQuery, 'accessLevel' | 'appUserId' | 'type' | 'videoRoomState'>;
    }
  | false
  | null;

export interface RoomsGatewayOptions {
  /**
   * Whether they may: by the app's own session and rules. The service is asked nothing before
   * it has decided, except by its own call of `room()`, which rejects as the service answers:
   * let that pass, and the page is told that there is no such room.
   *
   * The server API sees all rooms of the app, private ones too: what a member may not see is
   * for this function to leave out.
   */
  readonly authorize: (asked: RoomsActionRequest) => RoomsDecision | Promise<RoomsDecision>;
  readonly client: Pick<
    FfcServerClient,
    'createRoom' | 'listRooms' | 'getRoom' | 'updateRoom' | 'deleteRoom'
  >;
  /** The path of the gateway, without a slash at its end. Default `/ffc/rooms`. */
  readonly basePath?: string;
  /** Told what `authorize` threw, and which call of the service failed. Default: the console. */
  readonly onError?: OnError;
}

const maxBodyBytes = 64 * 1024;

/**
 * What `rooms-url` talks to: the room calls of the member API below a path of the app's own,
 * each decided by the app and carried out by the server API. Joining does not pass through it.
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
 * Rooms and pages are answered as the member API does. Failures are `{errorCode, errorMessage}`:
 * 400 `INVALID_HTTP_MESSAGE_BODY`, `INVALID_HTTP_REQUEST_PARAMETER` and the service's limits
 * (`CUSTOM_…`, `EMPTY_VIDEO_ROOM_TYPE`), 401 `NOT_SIGNED_IN`, 403 `FORBIDDEN` and
 * `CROSS_SITE_REQUEST`, 404 `VIDEO_ROOM_NOT_FOUND` and `RESOURCE_NOT_FOUND`, 405
 * `UNSUPPORTED_HTTP_METHOD`, 413 `HTTP_MESSAGE_BODY_TOO_LARGE` (64 KiB), 415
 * `UNSUPPORTED_MEDIA_TYPE`, 500 `INTERNAL_SERVER_ERROR` when `authorize` threw, or when something
 * else has read the body before. What the service refuses with another 4xx is passed on with its code; everything else it fails with, wrong
 * credentials of the app included, is a 502 `SERVICE_FAILED`. Nothing may be cached.
 *
 * @example
 * const rooms = createRoomsGateway({
 *   client,
 *   authorize: async (asked) => {
 *     const user = await sessions.userOf(asked.request);
 *     if (!user) return null;
 *     const teacherOnly = asked.action !== 'list' && asked.action !== 'get';
 *     return !teacherOnly || user.isTeacher ? { appUserId: user.id } : false;
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
    const failed = new Set<unknown>();
    /** Remembers what the service said no to, so that it is not taken for the app's mistake. */
    const ask = async <T>(call: Promise<T>): Promise<T> => {
      try {
        return await call;
      } catch (error) {
        failed.add(error);
        throw error;
      }
    };
    try {
      const getRoom = (id: RoomId) => ask(client.getRoom(id, { signal }));
      const asked = await readAction(request, basePath, getRoom);
      const decision = await authorize({ ...asked, request });
      if (decision === false) throw new Refusal(403, 'FORBIDDEN', 'You may not do this.');
      if (!decision) throw new Refusal(401, 'NOT_SIGNED_IN', 'Nobody is signed in.');
      const { appUserId } = toMember(decision);
      switch (asked.action) {
        case 'list': {
          const query = { ...asked.query, ...decision.only };
          return jsonAnswer(await ask(client.listRooms(query, { signal })));
        }
        case 'get':
          return jsonAnswer(await asked.room());
        case 'create': {
          const input = { ...asked.input, appUserId };
          return jsonAnswer(await ask(client.createRoom(input, { signal })), 201);
        }
        case 'update':
          return jsonAnswer(await ask(client.updateRoom(asked.roomId, asked.update, { signal })));
        case 'delete':
          await ask(client.deleteRoom(asked.roomId, { signal }));
          return emptyAnswer();
      }
    } catch (thrown) {
      if (!failed.has(thrown)) throw thrown;
      const refusal = refusalOf(thrown);
      if (refusal) throw refusal;
      if (!signal.aborted) report(onError, thrown);
      throw serviceFailure();
    }
  }, onError);
}

async function readAction(
  request: Request,
  basePath: string,
  getRoom: (id: RoomId) => Promise<VideoRoom>,
): Promise<RoomsAction> {
  const url = new URL(request.url);
  const { method } = request;
  const roomId = readRoomId(url.pathname, basePath);
  const allowed =
    roomId === undefined
      ? ['GET', 'POST']
      : typeof roomId === 'string'
        ? ['GET']
        : ['GET', 'PATCH', 'DELETE'];
  checkMethod(request, allowed);
  if (method !== 'GET') checkSameSite(request);

  if (roomId === undefined) {
    return method === 'GET'
      ? { action: 'list', query: toRoomQuery(url.searchParams) }
      : { action: 'create', input: toRoomInput(await readJson(request, maxBodyBytes)) };
  }
  let known: Promise<VideoRoom> | undefined;
  const room = (): Promise<VideoRoom> => {
    known ??= getRoom(roomId);
    // An app may decide without waiting for it: a failure then ends nobody's process.
    known.catch(() => {});
    return known;
  };
  // Only GET has come here with a uuid.
  if (typeof roomId === 'string' || method === 'GET') return { action: 'get', roomId, room };
  if (method === 'DELETE') return { action: 'delete', roomId, room };
  const update = toRoomUpdate(await readJson(request, maxBodyBytes));
  return { action: 'update', update, roomId, room };
}

/** The room that a path names: by number, or text for a uuid; undefined for the list. */
function readRoomId(path: string, basePath: string): RoomId | undefined {
  if (path === basePath || path === `${basePath}/`) return undefined;
  if (!path.startsWith(`${basePath}/`)) {
    throw new Refusal(404, 'RESOURCE_NOT_FOUND', 'There is nothing at this path.');
  }
  const rest = path.slice(basePath.length + 1);
  if (/^[1-9]\d{0,14}$/.test(rest)) return Number(rest);
  const [, uuid] = /^uuid\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i.exec(rest) ?? [];
  if (uuid) return uuid;
  throw new Refusal(404, 'VIDEO_ROOM_NOT_FOUND', 'There is no such video room.');
}

/** What of a failure is the page's to know; undefined: nothing. */
function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof FfcError)) return undefined;
  const { status = 0, errorCode = 'INVALID_REQUEST' } = error;
  // A 401 is about the app's own credentials: the page would take it for its user's.
  if (status < 400 || status >= 500 || status === 401) return undefined;
  return new Refusal(status, errorCode, 'The video service refused this.');
}
