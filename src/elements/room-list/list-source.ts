/** Turns a list's options into a query, and tells what a change of them means. */
import type { PropertyValues } from 'lit';
import type { RoomQuery, RoomSort } from '../../api/types.js';
import type { LazyContent } from './lazy-content.js';
import type { ListConnection } from './list-connection.js';
import { constant, type RoomListElementBase } from './room-list-options.js';

/**
 * Follows a change of where the rooms come from. From somewhere else, those that are shown do not
 * count. A function or object in the place of another is no reason to load: frameworks make new
 * ones with each rendering, also in a handler of a load or of its failure. Only another `services`
 * has the list start over, later and later.
 *
 * @param lazy Starts over at once, or later where that is asked for again and again.
 * @param startOver Drops what is shown, and loads from the start.
 */
export function followSource(
  changed: PropertyValues<RoomListElementBase>,
  options: RoomListElementBase,
  connection: ListConnection | undefined,
  lazy: Pick<LazyContent, 'runGently'>,
  startOver: () => void,
): void {
  const objects = (['tokenProvider', 'roomsApi', 'services'] as const).filter((name) =>
    changed.has(name),
  );
  if (
    (['endpoint', 'tokenUrl', 'roomsUrl'] as const).some((name) => changed.has(name)) ||
    objects.some((name) => !changed.get(name) || !options[name])
  ) {
    return startOver();
  }
  if (objects.length > 0) connection?.renewServices();
  if (objects.includes('services')) lazy.runGently(startOver);
}

/** The query that the options stand for. */
export function roomQuery(options: RoomListElementBase): RoomQuery {
  const { roomState, type, accessLevel, owner, sort, page, pageSize } = options;
  const keyword = options.keyword.trim();
  return {
    ...(keyword && { keyword }),
    ...(roomState && { videoRoomState: constant(roomState) }),
    ...(type && { type: constant(type) }),
    ...(accessLevel && { accessLevel: constant(accessLevel) }),
    ...(owner && { appUserId: owner }),
    ...(sort && { sortBy: constant(sort) as RoomSort }),
    page: page - 1,
    pageSize,
  };
}
