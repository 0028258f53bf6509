import type { Clock } from './clock.js';
import type { ChannelMemberRecord } from './records.js';
import type { SandboxStore } from './store.js';

/** How long a member counts as online after a call to the API, in milliseconds. */
const patience = 60_000;

interface Stream {
  readonly until: number;
  readonly signal: AbortSignal;
}

interface Trace {
  readonly at: number;
  readonly streams: readonly Stream[];
}

/**
 * Knows which members are online. The service does not publish when it counts a channel member as
 * `ONLINE`. Here a member is online with an open event stream, in a call, or for a minute after a
 * request to the member API.
 */
export class Presence {
  readonly #store: SandboxStore;
  readonly #clock: Clock;
  /** By the id of the member. */
  readonly #traces = new Map<number, Trace>();

  constructor({ store, clock }: { readonly store: SandboxStore; readonly clock: Clock }) {
    this.#store = store;
    this.#clock = clock;
  }

  /** Notes a call of the member to the API. */
  seen(memberId: number): void {
    const streams = this.#openStreams(memberId);
    this.#traces.set(memberId, { at: this.#clock.now(), streams });
  }

  /** Notes an event stream of the member, until the stream ends. */
  listens(memberId: number, stream: Stream): void {
    const streams = [...this.#openStreams(memberId), stream];
    this.#traces.set(memberId, { at: this.#clock.now(), streams });
  }

  /** Whether a member who has joined a channel is online now. */
  isOnline({ memberId, appUserId, roomId }: ChannelMemberRecord): boolean {
    const { at = -Infinity } = this.#traces.get(memberId) ?? {};
    const { session } = this.#store.rooms.byId(roomId) ?? {};
    return (
      this.#clock.now() - at < patience ||
      this.#openStreams(memberId).length > 0 ||
      Boolean(session?.participants.some((participant) => participant.appUserId === appUserId))
    );
  }

  /** When the member last called, as ISO 8601; undefined: not since the sandbox started. */
  lastSeenAt(memberId: number): string | undefined {
    const trace = this.#traces.get(memberId);
    return trace && new Date(trace.at).toISOString();
  }

  #openStreams(memberId: number): readonly Stream[] {
    const { streams = [] } = this.#traces.get(memberId) ?? {};
    const now = this.#clock.now();
    return streams.filter(({ until, signal }) => until > now && !signal.aborted);
  }
}
