import type { Cell } from '../../core/cell.js';
import { FfcReactionEvent } from '../../events/signal-events.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { type ReactionName, reactions } from '../../state/signal-types.js';
import type { ParticipantSnapshot } from '../../state/types.js';

/** Milliseconds for which a reaction is shown. */
const shownFor = 4000;
const mostPerSecond = 5;

/** Shows the last reaction of each participant for some seconds. */
export class ReactionShow {
  readonly #room: RoomHandle;
  readonly #cell: Cell<ReadonlyMap<string, string>>;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #times = new Map<string, readonly number[]>();

  constructor(room: RoomHandle, cell: Cell<ReadonlyMap<string, string>>) {
    this.#room = room;
    this.#cell = cell;
  }

  /** Whether to accept another reaction of a participant now. */
  allows(identity: string): boolean {
    const now = performance.now();
    const recent = (this.#times.get(identity) ?? []).filter((time) => now - time < 1000);
    if (recent.length >= mostPerSecond) return false;
    this.#times.set(identity, [...recent, now]);
    return true;
  }

  add(participant: ParticipantSnapshot, name: ReactionName): void {
    const { identity } = participant;
    clearTimeout(this.#timers.get(identity));
    this.#timers.set(
      identity,
      setTimeout(() => this.#end(identity), shownFor),
    );
    this.#cell.set(new Map([...this.#cell.getSnapshot(), [identity, reactions[name]]]));
    this.#room.host.dispatchEvent(new FfcReactionEvent({ participant, name }));
  }

  clear(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this.#times.clear();
    if (this.#cell.getSnapshot().size > 0) this.#cell.set(new Map());
  }

  #end(identity: string): void {
    this.#timers.delete(identity);
    const left = new Map(this.#cell.getSnapshot());
    left.delete(identity);
    this.#cell.set(left);
  }
}
