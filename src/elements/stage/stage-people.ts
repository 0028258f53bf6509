import type { ReactiveControllerHost } from 'lit';
import { follow, keepRunning } from '../../parts/follow.js';
import type { RoomStore, Roster } from '../../state/types.js';

/** One tile of a stage. */
export interface StageItem {
  readonly identity: string;
  readonly source: 'camera' | 'screen_share';
}

export interface StageItems {
  /** Screens of others. */
  readonly screens: readonly StageItem[];
  /** Cameras in the order of the roster, behind one's own screen. */
  readonly tiles: readonly StageItem[];
}

type Present = Pick<Roster, 'identities' | 'localIdentity'>;

const nobody: Present = { identities: [], localIdentity: undefined };

/**
 * Who is to be seen. Redraws the host when somebody comes, goes, or starts or stops to share a
 * screen, and for nothing else that happens to anybody.
 */
export class StagePeople {
  readonly #host: ReactiveControllerHost;
  #roster = nobody;
  /** By the time at which they began. */
  #sharing: readonly string[] = [];

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Nobody else is in the room. */
  get alone(): boolean {
    const { identities, localIdentity } = this.#roster;
    return identities.length === 1 && identities[0] === localIdentity;
  }

  items(hideSelf: boolean): StageItems {
    const { identities, localIdentity } = this.#roster;
    const screen = (identity: string): StageItem => ({ identity, source: 'screen_share' });
    const isSelf = (identity: string): boolean => identity === localIdentity;
    const cameras = identities
      .filter((identity) => !hideSelf || !isSelf(identity))
      .map((identity): StageItem => ({ identity, source: 'camera' }));
    return {
      screens: this.#sharing.filter((identity) => !isSelf(identity)).map(screen),
      tiles: [...this.#sharing.filter(isSelf).map(screen), ...cameras],
    };
  }

  /** Follows a room until the signal aborts. */
  follow(store: RoomStore, signal: AbortSignal): void {
    const sync = keepRunning((identity) => {
      const unfollow = follow(store.participant(identity), (participant) => {
        const tracks = participant?.tracks ?? [];
        this.#setSharing(
          identity,
          tracks.some(({ source }) => source === 'screen_share'),
        );
      });
      return () => {
        unfollow();
        this.#setSharing(identity, false);
      };
    });
    const setRoster = ({ identities, localIdentity }: Present): void => {
      const before = this.#roster;
      // The roster also tells who speaks, which is no concern of the stage.
      if (before.identities === identities && before.localIdentity === localIdentity) return;
      this.#roster = { identities, localIdentity };
      sync(identities);
      this.#host.requestUpdate();
    };
    const unfollow = follow(store.roster, setRoster);
    signal.addEventListener('abort', () => {
      unfollow();
      setRoster(nobody);
    });
  }

  #setSharing(identity: string, sharing: boolean): void {
    if (this.#sharing.includes(identity) === sharing) return;
    this.#sharing = sharing
      ? [...this.#sharing, identity]
      : this.#sharing.filter((other) => other !== identity);
    this.#host.requestUpdate();
  }
}
