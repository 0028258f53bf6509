import type { RoomId, RoomInput, RoomQuery, RoomUpdate, VideoRoom } from '../api/types.js';
import { checkMethod, Refusal } from './answer.js';
import type { IncomingRequest } from './incoming-request.js';
import { readJson } from './read-json.js';
import { toRoomInput, toRoomQuery, toRoomUpdate } from './room-requests.js';
import { checkSameSite } from './same-site.js';

/** The room of a request. */
interface AboutRoom<Id extends RoomId> {
  readonly roomId: Id;
  /** Gets the room from the service, once, however often it is called. */
  readonly room: () => Promise<VideoRoom>;
}

/** A request to the gateway. Its form is checked, but not yet the rights of the sender. */
export type RoomsAction =
  | { readonly action: 'list'; readonly query: RoomQuery }
  | { readonly action: 'create'; readonly input: RoomInput }
  | ({ readonly action: 'get' } & AboutRoom<RoomId>)
  | ({ readonly action: 'update'; readonly update: RoomUpdate } & AboutRoom<number>)
  | ({ readonly action: 'delete' } & AboutRoom<number>);

const maxBodyBytes = 64 * 1024;

/**
 * Reads the action of a request below `basePath`.
 *
 * @throws {Refusal} when there is no such action.
 */
export async function readAction(
  request: IncomingRequest,
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
    // An app may decide without awaiting it: an unhandled rejection would end the process.
    known.catch(() => {});
    return known;
  };
  // With a uuid, only GET passes the check of the method.
  if (typeof roomId === 'string' || method === 'GET') return { action: 'get', roomId, room };
  if (method === 'DELETE') return { action: 'delete', roomId, room };
  const update = toRoomUpdate(await readJson(request, maxBodyBytes));
  return { action: 'update', update, roomId, room };
}

/** The room in a path: a number, or text for a uuid. Undefined for the list. */
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
