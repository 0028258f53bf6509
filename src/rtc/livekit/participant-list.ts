import type { ParticipantField, RtcParticipant } from '../session.js';
import { mergeParticipant } from './snapshots.js';

/** The newest snapshot of each participant, in the order in which they are listed. */
export class ParticipantList {
  readonly #remotes = new Map<string, RtcParticipant>();
  #local: RtcParticipant;
  #list: readonly RtcParticipant[] | undefined;

  constructor(local: RtcParticipant) {
    this.#local = local;
  }

  get local(): RtcParticipant {
    return this.#local;
  }

  get remotes(): IterableIterator<RtcParticipant> {
    return this.#remotes.values();
  }

  /** The local participant first, then the others in the order in which they were added. */
  all(): readonly RtcParticipant[] {
    return (this.#list ??= Object.freeze([this.#local, ...this.#remotes.values()]));
  }

  /** The remote participant with this identity. */
  find(identity: string): RtcParticipant | undefined {
    return this.#remotes.get(identity);
  }

  /** Adds or replaces a snapshot, and returns which fields differ from the one before. */
  put(next: RtcParticipant): {
    readonly participant: RtcParticipant;
    readonly changed: readonly ParticipantField[];
  } {
    const previous = next.isLocal ? this.#local : this.#remotes.get(next.identity);
    const merged = previous ? mergeParticipant(previous, next) : { participant: next, changed: [] };
    if (merged.participant === previous) return merged;
    if (next.isLocal) this.#local = merged.participant;
    else this.#remotes.set(next.identity, merged.participant);
    this.#list = undefined;
    return merged;
  }

  remove(identity: string): void {
    this.#remotes.delete(identity);
    this.#list = undefined;
  }

  removeRemotes(): void {
    this.#remotes.clear();
    this.#list = undefined;
  }
}
