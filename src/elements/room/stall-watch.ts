import { follow } from '../../parts/follow.js';
import { runForEach } from '../../parts/run-for-each.js';
import { isPlayed } from '../../parts/played-tracks.js';
import { isInCall } from '../../state/phase.js';
import type { ParticipantSnapshot, RoomStore } from '../../state/types.js';

/**
 * Detects that no video is received at all: every remote video that is shown, enabled and
 * subscribed has stalled. The connection may still report itself as connected then.
 */
export class StallWatch {
  readonly #store: RoomStore;
  readonly #onChange: (isStalled: boolean) => void;
  /** The participants with a stalled video. Without any, no check is needed. */
  readonly #stalled = new Set<string>();
  #isStalled = false;

  constructor(store: RoomStore, onChange: (isStalled: boolean) => void) {
    this.#store = store;
    this.#onChange = onChange;
    const sync = runForEach((identity) => {
      const unfollow = follow(store.participant(identity), (participant) => {
        this.#update(identity, participant);
      });
      return () => {
        unfollow();
        this.#update(identity, undefined);
      };
    });
    follow(store.roster, ({ identities }) => sync(identities));
  }

  get isStalled(): boolean {
    return this.#isStalled;
  }

  #update(identity: string, participant: ParticipantSnapshot | undefined): void {
    const before = this.#stalled.size;
    if (participant?.tracks.some(({ isStalled }) => isStalled)) this.#stalled.add(identity);
    else this.#stalled.delete(identity);
    if (before === 0 && this.#stalled.size === 0) return;
    const isStalled = this.#stalled.size > 0 && this.#areAllStalled();
    if (isStalled === this.#isStalled) return;
    this.#isStalled = isStalled;
    this.#onChange(isStalled);
  }

  #areAllStalled(): boolean {
    const { session, roster, phase } = this.#store;
    if (!session || !isInCall(phase.getSnapshot().state)) return false;
    return roster.getSnapshot().identities.every((identity) => {
      const participant = this.#store.participant(identity).getSnapshot();
      if (!participant || participant.isLocal) return true;
      return participant.tracks
        .filter(({ kind, muted, isSubscribed }) => kind === 'video' && isSubscribed && !muted)
        .every(({ sid, isStalled }) => isStalled || !isPlayed(session, sid));
    });
  }
}
