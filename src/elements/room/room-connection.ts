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

/** Asks the service: its code loads behind the frame of an idle room, once for all rooms. */
let services: typeof Services | undefined;

/** The code of an open room, which loads with the first opening. */
export interface RoomCode {
  /** Loads what an open room and its preview need. */
  readonly loadParts: () => Promise<unknown>;
  /** Loads what a call needs beyond that. */
  readonly loadCallParts: () => Promise<unknown>;
}

/** Opens the room that the element's attributes name, and ends it when the element goes. */
export class RoomConnection implements ReactiveController {
  /** One for the element's whole life, so that parts never hold the store of another time. */
  readonly store: RoomStore;
  /** Those that the attributes and properties name now. */
  readonly services: RoomServices = this.#lateServices();
  /** Ended when the element goes. */
  readonly features = new FeatureSet();

  readonly #host: RoomElementBase;
  readonly #code: RoomCode;
  #source: Source | undefined;
  readonly #services: ServicesOfElement<RoomServices>;
  #connected: AbortController | undefined;
  /** The code that asks the service is on its way. */
  #preparing: Promise<void> | undefined;
  #parts: Promise<unknown> = Promise.resolve();
  #callParts: Promise<unknown> = Promise.resolve();
  #attempt = new AbortController();
  #grace: ReturnType<typeof setTimeout> | undefined;
  /** The mistake in the attributes, while there is one: nothing was requested then. */
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
    // After a removal that lasted there is nothing to go on with: the next update opens anew.
    if (!this.#source) this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    // Frameworks move elements by removing and inserting them: that must not drop the call.
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
    // The next request or try uses what is new.
    this.#services.renew();
    if (!before || this.#needsReopening(before, source)) this.open();
  }

  /** Whether a room is to be opened as soon as the code for it has come. */
  get isPreparing(): boolean {
    return this.#preparing !== undefined && !!this.#host.roomId;
  }

  /** Opens what the attributes name, from the start. */
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
    // Nothing is told twice: a page that renders on each failure would never come to rest.
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
    // A failure is part of the state by then.
    this.store.open(roomId).catch(() => {});
  }

  /** Joins the room that is open; one that was left or lost is loaded again for it. */
  async join(options: JoinOptions): Promise<void> {
    await this.#preparing;
    const { state } = this.store.phase.getSnapshot();
    if (!isOver(state)) return this.store.join(options);
    void this.#load(this.#attempt.signal);
    // What goes wrong in it, the join below tells too.
    this.store.retry().catch(() => {});
    await this.store.join(options);
  }

  /**
   * Whether a change of where things come from opens the room again. Frameworks make functions
   * and objects anew with each rendering, also in a handler of a failure, and addresses too where
   * a number is part of them. So what is new serves the next try, and begins none: it would end a
   * call, and a failure that is rendered would ask the service without end.
   */
  #needsReopening(before: Source, now: Source): boolean {
    if (before.roomId !== now.roomId || before.endpoint !== now.endpoint) return true;
    // Nobody was asked yet, and what was missing or wrong may be right now.
    return this.#setupError !== undefined;
  }

  /** Ends work of the member before: a call is left, all else begins anew. */
  readonly #onForgetMember = (): void => {
    this.store.forgetMember();
    const { state } = this.store.phase.getSnapshot();
    if (state !== 'idle' && state !== 'left') {
      void this.store.close();
      // By then the token of the member before is gone.
      queueMicrotask(() => this.#connected && this.open());
    }
  };

  /** Opens once the code has come, unless the element is gone by then. Never rejects. */
  async #prepare(): Promise<void> {
    if (this.#host.roomId) void this.#load(this.#attempt.signal);
    let failure: FfcError | undefined;
    try {
      services = await import('../../services/room-services.js').catch(failLoading);
    } catch (thrown) {
      failure = toFfcError(thrown, 'setup');
    }
    this.#preparing = undefined;
    // An app's own services may have been set, and opened with, meanwhile.
    if (!this.#source || this.#host.services) return;
    if (failure) this.store.fail(failure);
    else this.open();
  }

  #failSetup(error: FfcError, signal: AbortSignal): void {
    if (document.readyState === 'complete') {
      this.store.fail(error);
      return;
    }
    // Later scripts of the page may yet set the properties.
    window.addEventListener('load', () => this.store.fail(error), { once: true, signal });
  }

  async #load(signal: AbortSignal): Promise<void> {
    const { loadParts, loadCallParts } = this.#code;
    this.#parts = loadParts().catch(failLoading);
    // A preview need not share the line with what only a call draws.
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
          // A call that nobody could see is not joined.
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
        // Nothing of a call happens before there is somebody to tell, draw and play it.
        await this.#parts;
        return current().createSession(options);
      },
    };
  }
}

function failLoading(cause: unknown): never {
  throw loadFailed('The room did not load.', cause);
}
