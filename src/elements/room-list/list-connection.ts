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
  /** The newest load. Other code shows and emits its failure, too. */
  loading: Promise<void> | undefined;
  /** The asking member; undefined until loaded, and in a list that does not need it. */
  me: Member | undefined;
  /** The newest load of the asking member. It never rejects. */
  loadingMe: Promise<Member | undefined> = Promise.resolve(undefined);
  /** Wraps the services' calls for rooms, once its code has loaded. */
  arrange: ((rooms: AppRoomsApi) => AppRoomsApi) | undefined;

  readonly #host: RoomListElementBase;
  readonly #lifetime = new AbortController();
  readonly #services = new ServicesOfElement<ListServices>(() => this.#makeServices());
  /** The REST client and the functions that create its services, once they have loaded. */
  #code: typeof listServices | undefined;
  #asked: RoomQuery | undefined;
  /** The services from which the member was requested. */
  #askedWho: ListServices | undefined;

  /** @param content The content to show until newer content has loaded. */
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
      // Live rooms first: the service cannot sort by state.
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

  /** The services in use; undefined before the first use. */
  get services(): ListServices | undefined {
    return this.#services.current;
  }

  /** Loads the query of the host's options, unless it is the last one. */
  query(again = false): void {
    const query = roomQuery(this.#host);
    if (!again && shallowEqual(query, this.#asked)) return;
    this.#asked = query;
    this.loading = this.#load(query);
    this.loading.catch(() => {});
  }

  /** Makes the next call create the services and request the member again. */
  renewServices(): void {
    this.#services.renew();
  }

  close(): void {
    this.#lifetime.abort();
  }

  async #load(query: RoomQuery): Promise<void> {
    if (!this.#host.services && !this.#code) await this.#loadCode();
    // The list may have been removed meanwhile: then it must not create services that are never
    // released.
    if (this.signal.aborted || this.#asked !== query) throw abortedError('api');
    const loading = this.store.load(query);
    this.loadingMe = this.#loadMe();
    await loading;
  }

  /** Loads the member, also again for other services. After a failure the next load tries again. */
  async #loadMe(): Promise<Member | undefined> {
    try {
      const services = this.#services.get();
      if (!this.#host.readonly && services !== this.#askedWho) {
        this.#askedWho = services;
        this.me = await services.member?.me({ signal: this.signal });
        this.#host.requestUpdate();
      }
    } catch {
      this.#askedWho = undefined;
    }
    return this.me;
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
      // After a page beyond the last, the service's page number counts as the requested one.
      this.#asked = { ...this.#asked, page };
      this.#host.page = page + 1;
    }
    this.#host.dispatchEvent(new FfcRoomsLoadEvent({ rooms, page: page + 1, total }));
  }
}
