import { createCell, type Readable } from '../core/cell.js';
import { FfcError } from '../core/errors.js';
import { isInCall } from './phase.js';
import type { RoomStore } from './types.js';

/** Who chooses the layout: the room by its rules, or the person or script that picked one. */
export type LayoutMode = 'automatic' | 'manual';

/** The pinned track of a participant. */
export type PinSource = 'camera' | 'screen_share';

/** The pinned picture. */
export interface Pin {
  readonly identity: string;
  readonly source: PinSource;
}

/** The view state of a room. It is local to this page, and not sent to the media server. */
export interface ViewSnapshot {
  /** The name of a layout: `grid`, or one that a page registered. */
  readonly layout: string;
  readonly mode: LayoutMode;
  /** Undefined: nothing is pinned. */
  readonly pinned: Pin | undefined;
  /** The page of the stage, from 0. If there are fewer pages, the stage shows the last one. */
  readonly page: number;
  /** The name of the open panel; undefined: none. One is open at a time. */
  readonly panel: string | undefined;
}

/**
 * The view state of one room, and its methods. Outdated state is reset: the pin with its
 * participant; page, pin and panel with the call. The layout is kept, as it also fits the next
 * call.
 *
 * @throws {FfcError} `invalid-state`, by methods that do not fit the state of the room.
 */
export interface RoomView {
  readonly state: Readable<ViewSnapshot>;
  /** Sets the layout, and the mode `manual` unless `mode` is given. */
  setLayout(layout: string, mode?: LayoutMode): void;
  /** Sets who chooses the layout. */
  setMode(mode: LayoutMode): void;
  /** Pins a participant's camera or screen. It replaces the former pin. */
  pin(identity: string, source?: PinSource): void;
  unpin(): void;
  /** Shows another page of the stage, from 0. */
  turnTo(page: number): void;
  /** Opens a panel, and closes the open one. */
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

/**
 * Creates the view state of a room. It lives as long as the room's store, whose changes it follows.
 */
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
      // Each layout has its own pages, so the page starts at 0.
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
