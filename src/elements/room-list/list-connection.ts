import type { AppRoomsApi, Member, RoomQuery } from '../../api/types.js';
import { shallowEqual } from '../../core/cell.js';
import { abortedError, toFfcError } from '../../core/errors.js';
import { FfcErrorEvent } from '../../events/error-event.js';
import { FfcRoomsLoadEvent } from '../../events/list-events.js';
import type * as listServices from '../../services/list-services.js';
import type { ListContent, ListServices, RoomListStore } from '../../state/list-types.js';
import { isLive } from '../../state/room-rules.js';
import { createRoomListStore } from '../../state/list/room-list-store.js';
import { type MadeServices, ServicesOfElement } from '../shared/services-of-element.js';
import { importServices } from './lazy-content.js';
import { roomQuery } from './list-source.js';
import type { RoomListElementBase } from './room-list-options.js';

/** The work of a list from its connection to a page until its removal, which ends it. */
export class ListConnection {
  readonly store: RoomListStore;
  /** Aborts with the connection. */
  readonly signal: AbortSignal;
  /** The newest load; its failure is shown and emitted elsewhere as well. */
  loading: Promise<void> | undefined;
  /** The asking member; undefined until that is known, and in a list that never needs to know. */
  me: Member | undefined;
  /** Answers for lists of rooms in place of the services' own calls, once that code is there. */
  arrange: ((rooms: AppRoomsApi) => AppRoomsApi) | undefined;

  readonly #host: RoomListElementBase;
  readonly #lifetime = new AbortController();
  readonly #services = new ServicesOfElement<ListServices>(() => this.#makeServices());
  /** The REST client and what makes services of it, once that code is there. */
  #code: typeof listServices | undefined;
  #asked: RoomQuery | undefined;
  /** Those that were asked, or are being asked, who is asking. */
  #askedWho: ListServices | undefined;

  /** @param content What is shown until newer content comes. */
  constructor(host: RoomListElementBase, content: ListContent | undefined) {
    this.#host = host;
    const { signal } = this.#lifetime;
    this.signal = signal;
    const options = { signal };
    const services = this.#services;
    const arrange = (rooms: AppRoomsApi): AppRoomsApi => this.arrange?.(rooms) ?? rooms;
    const store = createRoomListStore(
      {
        get rooms() {
          const { rooms } = services.get();
          return arrange(rooms);
        },
        get push() {
          return services.get().push;
        },
        release: () => services.release(),
      },
      // The service cannot sort by that.
      { content, order: (a, b) => +isLive(b) - +isLive(a) },
    );
    this.store = store;
    const update = (): void => host.requestUpdate();
    store.phase.subscribe(update, options);
    store.pending.subscribe(update, options);
    store.on('load', (loaded) => this.#onLoad(loaded), options);
    store.on('error', ({ error }) => host.dispatchEvent(new FfcErrorEvent({ error })), options);
    window.addEventListener('online', () => this.query(true), options);
    signal.addEventListener('abort', () => store.dispose());
  }

  /** Those that it uses now, if there are any yet. */
  get services(): ListServices | undefined {
    return this.#services.current;
  }

  /** Loads what the host's options ask for, unless that is what was asked for last. */
  query(again = false): void {
    const query = roomQuery(this.#host);
    if (!again && shallowEqual(query, this.#asked)) return;
    this.#asked = query;
    this.loading = this.#load(query);
    this.loading.catch(() => {});
  }

  /** Has the next call find out anew who is asking, and whom. */
  renewServices(): void {
    this.#services.renew();
  }

  close(): void {
    this.#lifetime.abort();
  }

  async #load(query: RoomQuery): Promise<void> {
    if (!this.#host.services && !this.#code) await this.#loadCode();
    // Also for who was removed meanwhile: nothing may be made that nobody would release.
    if (this.signal.aborted || this.#asked !== query) throw abortedError('api');
    const loading = this.store.load(query);
    void this.#loadMe();
    await loading;
  }

  /** Also of other services than before; a failure is tried again with the next load. */
  async #loadMe(): Promise<void> {
    if (this.#host.readonly) return;
    try {
      const services = this.#services.get();
      if (services === this.#askedWho) return;
      this.#askedWho = services;
      this.me = await services.member?.me({ signal: this.signal });
      this.#host.requestUpdate();
    } catch {
      this.#askedWho = undefined;
    }
  }

  async #loadCode(): Promise<void> {
    try {
      this.#code = await importServices();
    } catch (thrown) {
      const error = toFfcError(thrown, 'api');
      if (!this.signal.aborted) this.store.fail(error);
      throw error;
    }
  }

  #makeServices(): MadeServices<ListServices> {
    const host = this.#host;
    if (host.services) return { services: host.services };
    if (!this.#code) throw abortedError('api');
    const services = this.#code.createListServices(host, host.roomsApi);
    return { services, release: () => services.release() };
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
