import { type Cell, createCell, type Readable } from '../core/cell.js';
import type { RoomHandle } from './room-handle.js';

/** The settings of a person for all calls in this browser. */
export interface RoomSettings {
  /** The own picture is shown as in a mirror. */
  readonly mirror: boolean;
  /** Captions show over the stage, where somebody transcribes the call. */
  readonly captions: boolean;
  readonly captionSize: CaptionSize;
  /** Soft sounds for who joins, leaves, raises a hand or writes. */
  readonly sounds: boolean;
  readonly shortcuts: boolean;
  /** Who joins and leaves stands in the chat. */
  readonly comings: boolean;
  /** The tag of the language that rooms speak; empty: that of the page. */
  readonly language: string;
}

export type CaptionSize = 'small' | 'medium' | 'large';

export const captionSizes = ['small', 'medium', 'large'] as const satisfies CaptionSize[];

const storageKey = 'ffc-elements:settings';
const initial: RoomSettings = {
  mirror: true,
  captions: false,
  captionSize: 'medium',
  sounds: true,
  shortcuts: true,
  comings: true,
  language: '',
};

/** The names of the settings that are on or off. */
export type FlagName = Exclude<keyof RoomSettings, 'captionSize' | 'language'>;

/** One for the page: what is set in one room is set in all. Rooms that keep nothing have their own. */
let shared: Cell<RoomSettings> | undefined;
const own = new WeakMap<RoomHandle, Cell<RoomSettings>>();

/** The settings of the person in a room. */
export function settingsOf(room: RoomHandle): Readable<RoomSettings> {
  return cellOf(room);
}

/** Changes settings, and keeps them for the next visit unless the room has `no-persist`. */
export function changeSettings(room: RoomHandle, change: Partial<RoomSettings>): void {
  const cell = cellOf(room);
  cell.set({ ...cell.getSnapshot(), ...change });
  if (cell !== shared) return;
  try {
    localStorage.setItem(storageKey, JSON.stringify(cell.getSnapshot()));
  } catch {
    // Full or forbidden: they hold for this visit.
  }
}

/** The data that this package keeps in the browser, by the keys of its storage. */
export function keptKeys(): readonly string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith('ffc-elements:'));
  } catch {
    return [];
  }
}

/** Forgets all that is kept in this browser, and sets everything as it was at first. */
export function clearKept(room: RoomHandle): void {
  for (const key of keptKeys()) localStorage.removeItem(key);
  cellOf(room).set(initial);
}

function cellOf(room: RoomHandle): Cell<RoomSettings> {
  if (!room.options.getSnapshot().noPersist) return (shared ??= createCell(read()));
  const known = own.get(room) ?? createCell(initial);
  own.set(room, known);
  return known;
}

/** Anything that is not ours counts as not set. */
function read(): RoomSettings {
  let stored: Partial<Record<string, unknown>> = {};
  try {
    stored = Object(JSON.parse(localStorage.getItem(storageKey) ?? '{}')) as typeof stored;
  } catch {
    // Storage may be forbidden, and what is in it may be anybody's.
  }
  const known: Record<string, unknown> = { ...initial };
  for (const name in initial) {
    if (typeof stored[name] === typeof known[name]) known[name] = stored[name];
  }
  const size = captionSizes.find((each) => each === known['captionSize']);
  return { ...initial, ...known, captionSize: size ?? initial.captionSize };
}
