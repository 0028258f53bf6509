/** Filters, sorts and pages lists as the service does. */
import type { Page, RoomQuery, VideoRoom } from '../api/types.js';

/** The predicate for the rooms that a query finds. */
export function matches(query: RoomQuery): (room: VideoRoom) => boolean {
  const keyword = query.keyword?.trim().toLowerCase() ?? '';
  return (room) =>
    `${room.title ?? ''}\n${room.description ?? ''}`.toLowerCase().includes(keyword) &&
    (query.videoRoomState === undefined || room.videoRoomState === query.videoRoomState) &&
    (query.type === undefined || room.type === query.type) &&
    (query.accessLevel === undefined || room.accessLevel === query.accessLevel) &&
    (query.appUserId === undefined || room.member?.appUserId === query.appUserId);
}

/** The order of a query. Default: the newest room first. */
export function orderOf(
  sort: RoomQuery['sortBy'] = 'CREATED_AT_DESC',
): (a: VideoRoom, b: VideoRoom) => number {
  const field = sort.startsWith('CREATED_AT') ? 'createdAt' : 'lastModifiedAt';
  const direction = sort.endsWith('_ASC') ? 1 : -1;
  return (a, b) => direction * (Date.parse(a[field] ?? '') - Date.parse(b[field] ?? ''));
}

/** Cuts a page out of a list, as the service does. */
export function paginate<T>(
  all: readonly T[],
  { page: number = 0, pageSize: size = 10 }: { readonly page?: number; readonly pageSize?: number },
): Page<T> {
  const totalPages = Math.ceil(all.length / size);
  return {
    content: all.slice(number * size, (number + 1) * size),
    number,
    size,
    totalPages,
    totalElements: all.length,
    first: number === 0,
    last: number >= totalPages - 1,
  };
}
