import { createCell, type Readable } from '../core/cell.js';
import { FfcError } from '../core/errors.js';
import { isInCall } from './phase.js';
import type { RoomStore } from './types.js';

/**
 * The one who decides on the layout: the room by its rules, or the person (or script) that picked
 * one.
 */
export type LayoutMode = 'automatic' | 'manual';

/** The pinned track of a participant. */
export type PinSource = 'camera' | 'screen_share';

/** The picture that stands out because somebody chose it. */
export interface Pin {
  readonly identity: string;
  readonly source: PinSource;
}

/** The view state of a room. It is of this page alone: the media server knows nothing of it. */
export interface ViewSnapshot {
  /** The name of a layout: `grid`, or one that a page registered. */
  readonly layout: string;
  readonly mode: LayoutMode;
  /** Undefined: nothing is pinned. */
  readonly pinned: Pin | undefined;
  /** The page of the stage, from 0. The stage shows the last one when there are fewer. */
  readonly page: number;
  /** The name of the panel that is open; undefined: none. One at a time. */
  readonly panel: string | undefined;
}

/**
 * The view state of one room, and its intents. It begins anew where what it says makes no sense
 * any more: a pin goes with its participant; page, pin and panel go with the call. The layout
 * stays, as it is a choice that also fits the next call.
 *
 * @throws {FfcError} `invalid-state`, by intents that do not fit what is in the room.
 */
export interface RoomView {
  readonly state: Readable<ViewSnapshot>;
  /** Changes the layout. Whoever picks one decides from then on, unless `mode` says otherwise. */
  setLayout(layout: string, mode?: LayoutMode): void;
  /** Gives the decision on the layout to the room's rules, or takes it. */
  setMode(mode: LayoutMode): void;
  /** Pins a participant's camera, or screen; whoever was pinned before no longer is. */
  pin(identity: string, source?: PinSource): void;
  unpin(): void;
  /** Shows another page of the stage, from 0. */
  turnTo(page: number): void;
  /** Opens a panel in place of the one that is open. */
  openPanel(panel: string): void;
  closePanel(): void;
}

const sources: readonly string[] = ['camera', 'screen_share'] satisfies PinSource[];

const initial: ViewSnapshot = {
  layout: 'grid',
  mode: 'automatic',
  pinned: undefined,
  page: 0,
  panel: undefined,
};

/** Makes the view state of a room. It lives as long as the room's store, whose changes it follows. */
export function createRoomView({ phase, roster }: Pick<RoomStore, 'phase' | 'roster'>): RoomView {
  const cell = createCell(initial);
  const set = (changes: Partial<ViewSnapshot>): void =>
    cell.set({ ...cell.getSnapshot(), ...changes });

  const requireCall = (): void => {
    if (!isInCall(phase.getSnapshot().state)) throw invalidState('There is no call.');
  };

  phase.subscribe(({ state }) => {
    if (!isInCall(state)) set({ page: 0, pinned: undefined, panel: undefined });
  });
  roster.subscribe(({ identities }) => {
    const { pinned } = cell.getSnapshot();
    if (pinned && !identities.includes(pinned.identity)) set({ pinned: undefined });
  });

  return {
    state: cell,
    setLayout(layout, mode = 'manual') {
      if (!layout) throw invalidState('The layout has no name.');
      const isOther = layout !== cell.getSnapshot().layout;
      // The pages of one layout are not those of another.
      set(isOther ? { layout, mode, page: 0 } : { mode });
    },
    setMode: (mode) => set({ mode }),
    pin(identity, source = 'camera') {
      requireCall();
      if (!sources.includes(source)) throw invalidState(`Nobody can pin "${source}".`);
      if (!roster.getSnapshot().identities.includes(identity)) {
        throw invalidState('Nobody here has this identity.');
      }
      const { pinned } = cell.getSnapshot();
      if (pinned?.identity === identity && pinned.source === source) return;
      set({ pinned: Object.freeze({ identity, source }) });
    },
    unpin: () => set({ pinned: undefined }),
    turnTo: (page) => set({ page: Math.max(0, Math.floor(page) || 0) }),
    openPanel(panel) {
      if (!panel) throw invalidState('The panel has no name.');
      requireCall();
      set({ panel });
    },
    closePanel: () => set({ panel: undefined }),
  };
}

function invalidState(message: string): FfcError {
  return new FfcError({ reason: 'invalid-state', stage: 'session', message });
}
