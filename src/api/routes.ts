import { FfcError } from '../core/errors.js';
import type { HttpCall } from './http.js';
import type { RoomId, RoomQuery } from './types.js';

export type Route = Pick<HttpCall, 'method' | 'path' | 'idempotent'>;

const rooms = '/v2/members/me/video-rooms';

/** Every call of the member API that this kit makes. */
export const routes = {
  me: { method: 'GET', path: '/v2/members/me' },
  // Made again only when the service says that it did not begin: else there could be two rooms.
  createRoom: { method: 'POST', path: rooms, idempotent: false },
  listRooms: { method: 'GET', path: rooms },
  getRoom: { method: 'GET', path: `${rooms}/{id}` },
  // It sets fields to values, so twice is the same as once.
  updateRoom: { method: 'PATCH', path: `${rooms}/{id}` },
  deleteRoom: { method: 'DELETE', path: `${rooms}/{id}` },
  // A token that got lost on its way does no harm, so this may be made again like the others.
  issueRtcToken: { method: 'POST', path: `${rooms}/{id}/web-rtc-tokens` },
} as const satisfies Record<string, Route>;

/** What the request's `page` counts from. Answers, and everything on this side, count from 0. */
export const requestPageBase = 1;

/** The query string of a list, with its question mark; empty when nothing is asked for. */
export function roomQueryString(query: RoomQuery): string {
  const { page } = query;
  const asked = { ...query, page: page === undefined ? undefined : page + requestPageBase };
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) {
    if (value !== undefined && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text && `?${text}`;
}

/**
 * What stands for a room in a path: ids as they are, uuids (told by their form) after `uuid/`.
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
