import { type Cell, createCell, type Readable } from '../core/cell.js';
import type { RoomHandle } from './room-handle.js';

/** The settings of a person for all calls in this browser. */
export interface RoomSettings {
  /** Whether the self-view is mirrored. */
  readonly mirror: boolean;
  /** Whether captions show over the stage, if the call is transcribed. */
  readonly captions: boolean;
  readonly captionSize: CaptionSize;
  /** Whether a sound plays when somebody joins, leaves, raises a hand or writes. */
  readonly sounds: boolean;
  readonly shortcuts: boolean;
  /** Whether the chat shows who joins and leaves. */
  readonly comings: boolean;
  /** The tag of the rooms' language; empty: that of the page. */
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

/** The names of the boolean settings. */
export type FlagName = Exclude<keyof RoomSettings, 'captionSize' | 'language'>;

/** The settings of all rooms of the page. A room with `no-persist` has its own. */
let shared: Cell<RoomSettings> | undefined;
const own = new WeakMap<RoomHandle, Cell<RoomSettings>>();

/** The settings of the person in a room. */
export function settingsOf(room: RoomHandle): Readable<RoomSettings> {
  return cellOf(room);
}

/** Changes settings, and stores them for the next visit unless the room has `no-persist`. */
export function changeSettings(room: RoomHandle, change: Partial<RoomSettings>): void {
  const cell = cellOf(room);
  cell.set({ ...cell.getSnapshot(), ...change });
  if (cell !== shared) return;
  try {
    localStorage.setItem(storageKey, JSON.stringify(cell.getSnapshot()));
  } catch {
    // The storage is full or forbidden: the settings hold for this visit.
  }
}

/** The keys of all data that this package keeps in the browser's storage. */
export function keptKeys(): readonly string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith('ffc-elements:'));
  } catch {
    return [];
  }
}

/**
 * Removes all stored data from this browser, and resets the settings to their defaults. The room
 * forgets what it has stored, or its next choice would store all of it again.
 */
export function clearKept(room: RoomHandle): void {
  for (const key of keptKeys()) localStorage.removeItem(key);
  room.store.forgetKept();
  cellOf(room).set(initial);
}

function cellOf(room: RoomHandle): Cell<RoomSettings> {
  if (!room.options.getSnapshot().noPersist) return (shared ??= createCell(read()));
  const known = own.get(room) ?? createCell(initial);
  own.set(room, known);
  return known;
}

/** Reads the stored settings. An invalid value counts as not set. */
function read(): RoomSettings {
  let stored: Partial<Record<string, unknown>> = {};
  try {
    stored = Object(JSON.parse(localStorage.getItem(storageKey) ?? '{}')) as typeof stored;
  } catch {
    // Storage may be forbidden, and other code may have written anything into it.
  }
  const known: Record<string, unknown> = { ...initial };
  for (const name in initial) {
    if (typeof stored[name] === typeof known[name]) known[name] = stored[name];
  }
  const size = captionSizes.find((each) => each === known['captionSize']);
  return { ...initial, ...known, captionSize: size ?? initial.captionSize };
}
