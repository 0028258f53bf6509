import type { VideoRoom } from '../../api/types.js';
import { createCell } from '../../core/cell.js';
import type { Emitter } from '../../core/emitter.js';
import { isHost } from '../member.js';
import { isInCall, isOver } from '../phase.js';
import type { RoomPhase, RoomStoreEvents } from '../types.js';

/** The milliseconds after the last host left in which the end of a call counts as caused by that. */
const hostLeftWithin = 10_000;

/**
 * The current phase of a room. A phase that ends a call contains its length, and whether its last
 * host had left.
 */
export class Phases {
  readonly cell = createCell<RoomPhase>({ state: 'idle' });
  readonly #events: Emitter<RoomStoreEvents>;
  #callStartedAt: number | undefined;
  #hostLeftAt = -Infinity;

  /** @param hasHost Whether a host is in the call. */
  constructor(events: Emitter<RoomStoreEvents>, hasHost: () => boolean) {
    this.#events = events;
    events.on('participant-left', ({ participant, reason }) => {
      // A host who is disconnected together with everybody else has not left.
      const hasLeft = reason === 'client' || reason === 'connection-lost';
      if (hasLeft && isHost(participant.member) && !hasHost()) this.#hostLeftAt = Date.now();
    });
  }

  set(next: RoomPhase): void {
    const { state: previous } = this.cell.getSnapshot();
    const { state } = next;
    this.cell.set(this.#complete(next));
    if (state !== previous) this.#events.emit('state-change', { state, previous });
  }

  #complete(phase: RoomPhase): RoomPhase {
    const now = Date.now();
    if (isInCall(phase.state)) this.#callStartedAt ??= now;
    const startedAt = this.#callStartedAt;
    if (isInCall(phase.state) || startedAt === undefined) return phase;
    this.#callStartedAt = undefined;
    if (!isOver(phase.state)) return phase;
    const isHostGone = phase.state === 'ended' && now - this.#hostLeftAt < hostLeftWithin;
    return {
      ...phase,
      duration: now - startedAt,
      ...(isHostGone && { cause: 'host-left' }),
    } as RoomPhase;
  }
}

/** The phase that asks for a password, after a number of wrong ones. */
export function passwordPhase(room: VideoRoom, attempts = 0): RoomPhase {
  return { state: 'password', room, checking: false, rejected: attempts > 0, attempts };
}
