/** What a list's options ask the service for, and what a change of them means. */
import type { PropertyValues } from 'lit';
import type { RoomQuery, RoomSort } from '../../api/types.js';
import { BackOff } from './back-off.js';
import type { ListConnection } from './list-connection.js';
import { constant, type RoomListOptionsElement } from './room-list-options.js';

/** Follows where a list's rooms come from, through all its connections. */
export class SourceWatcher {
  readonly #host: RoomListOptionsElement;
  readonly #startOver: () => void;
  readonly #backOff = new BackOff();

  /** @param startOver Called when nothing that is shown counts any more. */
  constructor(host: RoomListOptionsElement, startOver: () => void) {
    this.#host = host;
    this.#startOver = startOver;
  }

  /** To be called with each change of the host's properties. */
  follow(
    changed: PropertyValues<RoomListOptionsElement>,
    connection: ListConnection | undefined,
  ): void {
    const change = sourceChange(changed, this.#host);
    if (change !== 'none') connection?.renewServices();
    if (change === 'elsewhere') this.#startOver();
    if (change === 'other-services') this.#backOff.run(this.#startOver);
  }

  /** Drops a new start that is still waiting. */
  cancel(): void {
    this.#backOff.cancel();
  }
}

/** What a change of the options means for what a list shows. */
type SourceChange =
  | 'none'
  /** The next load asks somebody else; what is shown stays until then. */
  | 'next-load'
  /** Another `services` object. */
  | 'other-services'
  /** The rooms come from somewhere else, so that those that are shown do not count. */
  | 'elsewhere';

/**
 * What a change means. A function or object in the place of another is no reason to load: frameworks
 * make new ones with each rendering, also in a handler of a load or of its failure.
 */
function sourceChange(
  changed: PropertyValues<RoomListOptionsElement>,
  options: RoomListOptionsElement,
): SourceChange {
  if ((['endpoint', 'tokenUrl', 'roomsUrl'] as const).some((name) => changed.has(name))) {
    return 'elsewhere';
  }
  const objects = (['tokenProvider', 'roomsApi', 'services'] as const).filter((name) =>
    changed.has(name),
  );
  if (objects.some((name) => !changed.get(name) || !options[name])) return 'elsewhere';
  if (objects.includes('services')) return 'other-services';
  return objects.length > 0 ? 'next-load' : 'none';
}

/** What the options ask the service for. */
export function roomQuery(options: RoomListOptionsElement): RoomQuery {
  const { roomState, type, sort, page, pageSize } = options;
  const keyword = options.keyword.trim();
  return {
    ...(keyword && { keyword }),
    ...(roomState && { videoRoomState: constant(roomState) }),
    ...(type && { type: constant(type) }),
    ...(sort && { sortBy: constant(sort) as RoomSort }),
    page: page - 1,
    pageSize,
  };
}
