import type { ReactiveControllerHost } from 'lit';
import type { RtcParticipant, TrackSource } from '../../rtc/session.js';
import type { RoomStore, Roster } from '../../state/types.js';
import type { Pin } from '../../state/view.js';
import { follow } from '../../parts/follow.js';
import { runForEach } from '../../parts/run-for-each.js';
import type { LayoutItem } from '../../parts/layouts.js';

type Present = Pick<Roster, 'identities' | 'localIdentity'>;

/** The state of one participant that layouts read. */
interface StageParticipant {
  readonly sharing: boolean;
  readonly speaking: boolean;
  /** Width over height; undefined while it is unknown. */
  readonly cameraRatio: number | undefined;
  readonly screenRatio: number | undefined;
}

const nobody: Present = { identities: [], localIdentity: undefined };
const unknown: StageParticipant = {
  sharing: false,
  speaking: false,
  cameraRatio: undefined,
  screenRatio: undefined,
};

/**
 * The items of a stage. It updates the host when somebody joins, leaves, or starts or stops sharing
 * a screen. Speakers and the shapes of pictures update it only while the layout reads them.
 */
export class StageItems {
  readonly #host: ReactiveControllerHost;
  #roster = nobody;
  #isSlotFilled = false;
  /** The identities of those who share a screen, by the time of the start. */
  #sharing: readonly string[] = [];
  readonly #participants = new Map<string, StageParticipant>();
  /** The fields of the items that the last layout read. */
  #reads = { speaking: false, ratio: false };
  #version = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Whether nobody else is in the room. */
  get alone(): boolean {
    const { identities, localIdentity } = this.#roster;
    return identities.length === 1 && identities[0] === localIdentity;
  }

  /** Whether somebody shares a screen, or the page fills the slot. */
  get isShowing(): boolean {
    return this.#isSlotFilled || this.#sharing.length > 0;
  }

  /** A number that changes with the items. */
  get version(): number {
    return this.#version;
  }

  /** Sets whether the page fills the slot `screen`. */
  setSlotFilled(isFilled: boolean): void {
    if (isFilled === this.#isSlotFilled) return;
    this.#isSlotFilled = isFilled;
    this.#changed();
  }

  /** The items for a layout, in the order that `Layout` documents. */
  list(hideSelf: boolean, pinned: Pin | undefined, tileRatio: number): readonly LayoutItem[] {
    const { identities, localIdentity } = this.#roster;
    this.#reads = { speaking: false, ratio: false };
    const isSelf = (identity: string): boolean => identity === localIdentity;
    const item = (identity: string, source: LayoutItem['source']): LayoutItem =>
      this.#item({ identity, source, isLocal: isSelf(identity), pinned, tileRatio });
    const cameras = identities.filter((identity) => !hideSelf || !isSelf(identity));
    return [
      ...(this.#isSlotFilled ? [slotItem(tileRatio)] : []),
      ...this.#sharing
        .filter((identity) => !isSelf(identity))
        .map((id) => item(id, 'screen_share')),
      ...this.#sharing.filter(isSelf).map((id) => item(id, 'screen_share')),
      ...cameras.map((id) => item(id, 'camera')),
    ];
  }

  /** Follows a room until the signal aborts. */
  follow(store: RoomStore, signal: AbortSignal): void {
    const sync = runForEach((identity) => {
      const unfollow = follow(store.participant(identity), (participant) =>
        this.#setParticipant(identity, describe(participant)),
      );
      return () => {
        unfollow();
        this.#setParticipant(identity, unknown);
        this.#participants.delete(identity);
      };
    });
    const setRoster = ({ identities, localIdentity }: Present): void => {
      const before = this.#roster;
      // The roster also changes with speakers, which the cell of each participant reports, too.
      if (before.identities === identities && before.localIdentity === localIdentity) return;
      this.#roster = { identities, localIdentity };
      sync(identities);
      this.#changed();
    };
    const unfollow = follow(store.roster, setRoster);
    signal.addEventListener('abort', () => {
      unfollow();
      setRoster(nobody);
    });
  }

  #item({ identity, source, isLocal, pinned, tileRatio }: ItemInit): LayoutItem {
    const participant = this.#participants.get(identity) ?? unknown;
    const reads = this.#reads;
    const isScreen = source === 'screen_share';
    return {
      kind: isScreen ? 'screen' : 'camera',
      identity,
      source,
      isLocal,
      weight: {
        pinned: pinned?.identity === identity && pinned.source === source,
        sharing: participant.sharing,
        get speaking() {
          reads.speaking = true;
          return participant.speaking;
        },
      },
      get aspectRatio() {
        reads.ratio = true;
        return (isScreen ? participant.screenRatio : participant.cameraRatio) ?? tileRatio;
      },
    };
  }

  #setParticipant(identity: string, next: StageParticipant): void {
    const before = this.#participants.get(identity) ?? unknown;
    this.#participants.set(identity, next);
    if (next.sharing !== before.sharing) {
      this.#sharing = next.sharing
        ? [...this.#sharing, identity]
        : this.#sharing.filter((other) => other !== identity);
      this.#changed();
    }
    const { speaking, ratio } = this.#reads;
    if (speaking && next.speaking !== before.speaking) this.#changed();
    if (!ratio) return;
    if (next.cameraRatio !== before.cameraRatio || next.screenRatio !== before.screenRatio) {
      this.#changed();
    }
  }

  #changed(): void {
    this.#version++;
    this.#host.requestUpdate();
  }
}

function slotItem(aspectRatio: number): LayoutItem {
  const weight = { pinned: false, speaking: false, sharing: false };
  return { kind: 'slot', identity: '', source: 'slot', isLocal: false, weight, aspectRatio };
}

interface ItemInit extends Pick<LayoutItem, 'identity' | 'source' | 'isLocal'> {
  readonly pinned: Pin | undefined;
  readonly tileRatio: number;
}

function describe(participant: RtcParticipant | undefined): StageParticipant {
  if (!participant) return unknown;
  const { tracks, isSpeaking } = participant;
  const ratio = (source: TrackSource): number | undefined => {
    const { width = 0, height = 0 } = tracks.find((track) => track.source === source) ?? {};
    return width > 0 && height > 0 ? width / height : undefined;
  };
  return {
    sharing: tracks.some(({ source }) => source === 'screen_share'),
    speaking: isSpeaking,
    cameraRatio: ratio('camera'),
    screenRatio: ratio('screen_share'),
  };
}
