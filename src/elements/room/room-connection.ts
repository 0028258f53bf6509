import type { ReactiveController } from 'lit';
import { shallowEqual } from '../../core/cell.js';
import { type FfcError, loadFailed, toFfcError } from '../../core/errors.js';
import { FeatureSet } from '../../parts/features.js';
import { onForgetMember } from '../../services/forget-member.js';
import type * as Services from '../../services/room-services.js';
import { isOver } from '../../state/phase.js';
import { createRoomStore } from '../../state/room/room-store.js';
import type { JoinOptions, RoomServices, RoomStore } from '../../state/types.js';
import { ServicesOfElement } from '../shared/services-of-element.js';
import type { RoomElementBase } from './room-options.js';

type Source = Pick<
  RoomElementBase,
  'roomId' | 'services' | 'endpoint' | 'tokenUrl' | 'tokenProvider' | 'roomsUrl' | 'roomsApi'
>;

/** The client of the service. It loads in the background of an idle room, once for all rooms. */
let services: typeof Services | undefined;

/** The code of an open room, which loads with the first opening. */
export interface RoomCode {
  /** Loads the code of an open room and its preview. */
  readonly loadParts: () => Promise<unknown>;
  /** Loads the further code of a call. */
  readonly loadCallParts: () => Promise<unknown>;
}

/** Opens the room that the element's attributes name, and ends it when the element is removed. */
export class RoomConnection implements ReactiveController {
  /**
   * The store. The element has one for its whole life, so that parts never hold an outdated store.
   */
  readonly store: RoomStore;
  /** The services that the attributes and properties name now. */
  readonly services: RoomServices = this.#lateServices();
  /** The features of the room. They end when the element is removed. */
  readonly features = new FeatureSet();

  readonly #host: RoomElementBase;
  readonly #code: RoomCode;
  #source: Source | undefined;
  readonly #services: ServicesOfElement<RoomServices>;
  #connected: AbortController | undefined;
  /** The load of the client of the service, while it runs. */
  #preparing: Promise<void> | undefined;
  #parts: Promise<unknown> = Promise.resolve();
  #callParts: Promise<unknown> = Promise.resolve();
  #attempt = new AbortController();
  #grace: ReturnType<typeof setTimeout> | undefined;
  /** The mistake in the attributes, while there is one. No request was sent then. */
  #setupError: FfcError | undefined;

  constructor(host: RoomElementBase, code: RoomCode) {
    this.#host = host;
    this.#code = code;
    this.#services = new ServicesOfElement(() => {
      if (host.services) return { services: host.services };
      if (!services) return failLoading(undefined);
      const made = services.createRoomServices(host, host.roomsApi);
      return { services: made, release: () => made.release() };
    });
    this.store = createRoomStore(this.services);
    host.addController(this);
  }

  hostConnected(): void {
    clearTimeout(this.#grace);
    if (!this.#connected) {
      this.#connected = new AbortController();
      onForgetMember(() => this.#services.current, this.#onForgetMember, this.#connected);
    }
    // A lasting removal has ended the room: the next update opens it again.
    if (!this.#source) this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    // Frameworks move elements by removing and inserting them, which must not end the call.
    this.#grace = setTimeout(() => {
      this.#source = undefined;
      this.#setupError = undefined;
      this.#connected?.abort();
      this.#connected = undefined;
      this.#attempt.abort();
      this.features.end();
      void this.store.close();
      this.#services.release();
    });
  }

  hostUpdate(): void {
    if (!this.#host.isConnected) return;
    const { roomId, services, endpoint, tokenUrl, tokenProvider, roomsUrl, roomsApi } = this.#host;
    const source = { roomId, services, endpoint, tokenUrl, tokenProvider, roomsUrl, roomsApi };
    const before = this.#source;
    if (before && shallowEqual(before, source)) return;
    this.#source = source;
    // The next request uses the new services.
    this.#services.renew();
    if (!before || this.#needsReopening(before, source)) this.open();
  }

  /** Whether a room opens as soon as its code has loaded. */
  get isPreparing(): boolean {
    return this.#preparing !== undefined && !!this.#host.roomId;
  }

  /** Opens the room of the attributes, from the first state. */
  open(): void {
    const { roomId } = this.#host;
    if (!services && !this.#host.services) {
      this.#preparing ??= this.#prepare();
      return;
    }
    const before = this.#setupError;
    this.#setupError = undefined;
    try {
      this.#services.get();
    } catch (thrown) {
      this.#setupError = toFfcError(thrown, 'setup');
    }
    // The same failure is reported once: a page that renders on each failure would render
    // endlessly.
    if (before && before.reason === this.#setupError?.reason) return;
    this.#attempt.abort();
    this.#attempt = new AbortController();
    if (this.#setupError) {
      this.#failSetup(this.#setupError, this.#attempt.signal);
      return;
    }
    if (!roomId) {
      void this.store.close();
      return;
    }
    void this.#load(this.#attempt.signal);
    // The store puts a failure into its state and emits `ffc-error`.
    this.store.open(roomId).catch(() => {});
  }

  /** Joins the open room. A room that was left or lost is loaded again first. */
  async join(options: JoinOptions): Promise<void> {
    await this.#preparing;
    const { state } = this.store.phase.getSnapshot();
    if (!isOver(state)) return this.store.join(options);
    void this.#load(this.#attempt.signal);
    // The join below rejects with the same failure.
    this.store.retry().catch(() => {});
    await this.store.join(options);
  }

  /**
   * Whether a change of the source opens the room again. Frameworks create functions, objects and
   * even addresses with each rendering, also in a handler of a failure. So a new value is used by
   * the next request, but does not open the room: that would end a call, and a page that renders a
   * failure would send requests endlessly.
   */
  #needsReopening(before: Source, now: Source): boolean {
    if (before.roomId !== now.roomId || before.endpoint !== now.endpoint) return true;
    // After a mistake in the attributes no request was sent, and the new values may be right.
    return this.#setupError !== undefined;
  }

  /** Ends the work of the former member: leaves a call, and opens the room again. */
  readonly #onForgetMember = (): void => {
    this.store.forgetMember();
    const { state } = this.store.phase.getSnapshot();
    if (state !== 'idle' && state !== 'left') {
      void this.store.close();
      // The next update opens the room again: the token of the former member is removed by then. An
      // element that was just removed has no update until it is back on a page.
      this.#source = undefined;
      this.#host.requestUpdate();
    }
  };

  /** Opens the room once the code has loaded, unless the element was removed. Never rejects. */
  async #prepare(): Promise<void> {
    if (this.#host.roomId) void this.#load(this.#attempt.signal);
    let failure: FfcError | undefined;
    try {
      services = await import('../../services/room-services.js').catch(failLoading);
    } catch (thrown) {
      failure = toFfcError(thrown, 'setup');
    }
    this.#preparing = undefined;
    // An app may have set its own services meanwhile, which have opened the room.
    if (!this.#source || this.#host.services) return;
    if (failure) this.store.fail(failure);
    else this.open();
  }

  #failSetup(error: FfcError, signal: AbortSignal): void {
    if (document.readyState === 'complete') {
      this.store.fail(error);
      return;
    }
    // Later scripts of the page may still set the properties.
    window.addEventListener('load', () => this.store.fail(error), { once: true, signal });
  }

  async #load(signal: AbortSignal): Promise<void> {
    const { loadParts, loadCallParts } = this.#code;
    this.#parts = loadParts().catch(failLoading);
    // The preview loads first: it need not share the network with the code of a call.
    const before = this.#host.autoJoin ? Promise.resolve() : this.#parts;
    this.#callParts = before.then(loadCallParts).catch(failLoading);
    try {
      await Promise.all([this.#parts, this.#callParts]);
    } catch (error) {
      if (!signal.aborted) this.store.fail(toFfcError(error, 'setup'));
    }
  }

  #lateServices(): RoomServices {
    const current = (): RoomServices => this.#services.get();
    return {
      get rooms() {
        return current().rooms;
      },
      member: {
        get carriesDisplayName() {
          return current().member.carriesDisplayName;
        },
        me: (options) => current().member.me(options),
        issueRtcToken: async (...args) => {
          // A call is joined only when its code has loaded.
          const [grant] = await Promise.all([
            current().member.issueRtcToken(...args),
            this.#callParts,
          ]);
          return grant;
        },
      },
      get channels() {
        return current().channels;
      },
      get approval() {
        return current().approval;
      },
      get tabs() {
        return current().tabs;
      },
      get push() {
        return current().push;
      },
      get checkConnection() {
        return current().checkConnection;
      },
      now: () => current().now?.() ?? Date.now(),
      preload: async () => current().preload?.(),
      createSession: async (options) => {
        // Read first: after a removal this would begin another use of the member's token.
        const now = current();
        // A call starts only when the code has loaded that announces, renders and plays it.
        await this.#parts;
        return now.createSession(options);
      },
    };
  }
}

function failLoading(cause: unknown): never {
  throw loadFailed('The room did not load.', cause);
}
