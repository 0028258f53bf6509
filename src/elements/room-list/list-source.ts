/** Turns a list's options into a query, and handles their changes. */
import type { PropertyValues } from 'lit';
import type { RoomQuery, RoomSort } from '../../api/types.js';
import type { LazyContent } from './lazy-content.js';
import type { ListConnection } from './list-connection.js';
import { constant, type RoomListElementBase } from './room-list-options.js';

/**
 * Handles a change of the rooms' source. Another address drops the shown rooms. Another function or
 * object does not load: frameworks create new ones with each rendering, also in a handler of a load
 * or of its failure. Only another `services` makes the list start over, after growing waits.
 *
 * @param lazy Starts over at once, or after a wait if that is requested repeatedly.
 * @param startOver Drops the shown rooms, and loads from the start.
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
  // Not while the person types into a dialog, which would close: that uses the new services anyway.
  if (objects.includes('services'))
    lazy.runGently(() => options.renderRoot.querySelector('dialog') ?? startOver());
}

/** The query of the options. */
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
