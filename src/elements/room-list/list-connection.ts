import type { PushSource, RoomQuery, RoomsApi } from '../../api/types.js';
import { shallowEqual } from '../../core/cell.js';
import type { FfcError } from '../../core/errors.js';
import { FfcErrorEvent } from '../../events/error-event.js';
import {
  FfcRoomCreatedEvent,
  FfcRoomDeletedEvent,
  FfcRoomsLoadEvent,
  FfcRoomUpdatedEvent,
} from '../../events/list-events.js';
import type { ListContent, ListServices, RoomListStore } from '../../state/list-types.js';
import { createRoomListStore } from '../../state/list/room-list-store.js';
import { lazyRooms } from './lazy-rooms.js';
import { loadPart } from './load-part.js';
import { type RoomListOptionsElement, roomQuery } from './room-list-options.js';

/** What a list does between its connection to a page and its removal, and what ends with that. */
export class ListConnection {
  readonly store: RoomListStore;
  /** Aborts with the connection. */
  readonly signal: AbortSignal;
  /** The newest load; its failure is shown and told of elsewhere as well. */
  loading: Promise<void> | undefined;

  readonly #host: RoomListOptionsElement;
  readonly #lifetime = new AbortController();
  #services: ListServices | undefined;
  #asked: RoomQuery | undefined;

  /** @param content What is shown until newer content comes. */
  constructor(host: RoomListOptionsElement, content: ListContent | undefined) {
    this.#host = host;
    const { signal } = this.#lifetime;
    this.signal = signal;
    const options = { signal };
    const rooms = lazyRooms(() => this.#rooms());
    const push = (): PushSource | undefined => (host.services ?? this.#services)?.push;
    const store = createRoomListStore(
      {
        rooms,
        get push() {
          return push();
        },
      },
      { content },
    );
    this.store = store;
    const update = (): void => host.requestUpdate();
    store.phase.subscribe(update, options);
    store.pending.subscribe(update, options);
    store.on('load', (loaded) => this.#onLoad(loaded), options);
    store.on('created', (fields) => host.dispatchEvent(new FfcRoomCreatedEvent(fields)), options);
    store.on('updated', (fields) => host.dispatchEvent(new FfcRoomUpdatedEvent(fields)), options);
    store.on('deleted', (fields) => host.dispatchEvent(new FfcRoomDeletedEvent(fields)), options);
    store.on('error', ({ error }) => this.tell(error), options);
    window.addEventListener('online', () => this.query(true), options);
    // Times are told as distances, which grow.
    const clock = setInterval(update, 60_000);
    signal.addEventListener('abort', () => {
      clearInterval(clock);
      store.dispose();
    });
  }

  /** Loads what the host's options ask for, unless that is what was asked for last. */
  query(again = false): void {
    const query = roomQuery(this.#host);
    if (!again && shallowEqual(query, this.#asked)) return;
    this.#asked = query;
    this.loading = this.store.load(query);
    this.loading.catch(() => {});
  }

  /** Lets the next call find out anew who is asking. */
  forgetServices(): void {
    this.#services = undefined;
  }

  tell(error: FfcError): void {
    this.#host.dispatchEvent(new FfcErrorEvent({ error }));
  }

  close(): void {
    this.#lifetime.abort();
  }

  async #rooms(): Promise<RoomsApi> {
    const host = this.#host;
    if (host.services) return host.services.rooms;
    const { createListServices } = await loadPart(import('../../services/list-services.js'));
    this.#services ??= createListServices(host, host.roomsApi);
    return this.#services.rooms;
  }

  #onLoad({ rooms, page, total }: ListContent): void {
    if (this.#asked?.page !== page) {
      // Beyond the last page: the service's word counts, and is not asked for again.
      this.#asked = { ...this.#asked, page };
      this.#host.page = page + 1;
    }
    this.#host.dispatchEvent(new FfcRoomsLoadEvent({ rooms, page: page + 1, total }));
  }
}
