import { FfcError } from '../core/errors.js';
import type { HttpCall } from './http.js';
import type { RoomId, RoomsApi } from './types.js';

/** `{id}` in the path stands for a room, `{member}` for an `appUserId`. */
export type Route = Pick<HttpCall, 'method' | 'path' | 'idempotent'>;
export type Routes<Name extends string> = Readonly<Record<Name, Route>>;

/** The routes of the room calls below a path. */
export const roomRoutes = (rooms: string): Routes<keyof RoomsApi> => ({
  // Retried only when the service did not start it: otherwise there could be two rooms.
  createRoom: { method: 'POST', path: rooms, idempotent: false },
  listRooms: { method: 'GET', path: rooms },
  getRoom: { method: 'GET', path: `${rooms}/{id}` },
  // It sets fields to values, so a second request changes nothing more.
  updateRoom: { method: 'PATCH', path: `${rooms}/{id}` },
  deleteRoom: { method: 'DELETE', path: `${rooms}/{id}` },
});

/** The path of the rooms in the member API. */
export const roomsPath = '/v2/members/me/video-rooms';

/** The calls of the member API, except the event stream and the channels. */
export const routes = {
  me: { method: 'GET', path: '/v2/members/me' },
  ...roomRoutes(roomsPath),
  // A lost token does no harm, so this may be retried like the others.
  issueRtcToken: { method: 'POST', path: `${roomsPath}/{id}/web-rtc-tokens` },
} as const satisfies Record<string, Route>;

/** The number of the first page in requests. Answers and this package count from 0. */
export const requestPageBase = 1;

/** The query string of a list, with its question mark. Empty for an empty query. */
export function queryString(query: object): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query) as [string, string | number | undefined][]) {
    if (value === undefined || value === '') continue;
    search.set(name, String(name === 'page' ? Number(value) + requestPageBase : value));
  }
  const text = search.toString();
  return text && `?${text}`;
}

/**
 * The segment of a path that names a room: an id as it is, a uuid (known by its form) after `uuid/`.
 *
 * @throws {FfcError} `invalid-room-id`: anything else could lead to another path.
 */
export function roomSegment(id: RoomId): string {
  const text = String(id).trim();
  if (/^\d+$/.test(text)) return text;
  if (/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text)) return `uuid/${text}`;
  throw new FfcError({
    reason: 'invalid-room-id',
    stage: 'setup',
    message: 'A room id must be a whole number or a uuid.',
  });
}

/**
 * An `appUserId` as a segment of a path.
 *
 * @throws {FfcError} `invalid-request` with `INVALID_APP_USER_ID_FORMAT`: it may have only
 * letters and digits, and anything else could lead to another path.
 */
export function memberSegment(appUserId: string): string {
  if (isAppUserId(appUserId)) return appUserId;
  throw new FfcError({
    reason: 'invalid-request',
    stage: 'setup',
    message: 'An appUserId must be letters and digits only.',
    errorCode: appUserId ? 'INVALID_APP_USER_ID_FORMAT' : 'EMPTY_APP_USER_ID',
  });
}

export function isAppUserId(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9]+$/.test(value);
}
