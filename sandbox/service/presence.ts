import type { Clock } from './clock.js';
import type { ChannelMemberRecord } from './records.js';
import type { SandboxStore } from './store.js';

/** How long somebody counts as being there after a call, in milliseconds. */
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
 * Who is there. When the service counts a member of a channel as `ONLINE` is not published: here
 * it is whoever has an event stream, is in a call, or has called the member API within a minute.
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

  /** A member has made a call. */
  seen(memberId: number): void {
    const streams = this.#openStreams(memberId);
    this.#traces.set(memberId, { at: this.#clock.now(), streams });
  }

  /** A member listens to an event stream, until its end. */
  listens(memberId: number, stream: Stream): void {
    const streams = [...this.#openStreams(memberId), stream];
    this.#traces.set(memberId, { at: this.#clock.now(), streams });
  }

  /** Whether somebody who has joined a channel is there now. */
  isOnline({ memberId, appUserId, roomId }: ChannelMemberRecord): boolean {
    const { at = -Infinity } = this.#traces.get(memberId) ?? {};
    const { session } = this.#store.rooms.byId(roomId) ?? {};
    return (
      this.#clock.now() - at < patience ||
      this.#openStreams(memberId).length > 0 ||
      Boolean(session?.participants.some((participant) => participant.appUserId === appUserId))
    );
  }

  /** When the member made the last call, as ISO 8601; undefined: not since the sandbox started. */
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
