import { type Cell, createCell, type Readable } from '../core/cell.js';
import type { RoomHandle } from './room-handle.js';

/** The signs that the people in a call give without speaking. Empty until somebody gives one. */
export interface Signs {
  /** Whose hands are up: first who raised it first, in the same order for everybody in the call. */
  readonly hands: Readable<readonly string[]>;
  /** The reactions over pictures, such as 👏, by identity. Each shows for some seconds. */
  readonly reactions: Readable<ReadonlyMap<string, string>>;
  /** The own hand was raised or lowered, and the others have not been told yet. */
  readonly isPending: Readable<boolean>;
  /** The name of the host who last turned the own microphone off; undefined: nobody did. */
  readonly mutedBy: Readable<string | undefined>;
}

/** The same, for what changes it. */
export interface SignCells extends Signs {
  readonly hands: Cell<readonly string[]>;
  readonly reactions: Cell<ReadonlyMap<string, string>>;
  readonly isPending: Cell<boolean>;
  readonly mutedBy: Cell<string | undefined>;
}

const cells = new WeakMap<RoomHandle, SignCells>();

/** The raised hands and reactions of a room, for those who draw them. It loads nothing. */
export function signsOf(room: RoomHandle): Signs {
  return signCells(room);
}

/** The same, for the feature `signals`, which alone changes it. */
export function signCells(room: RoomHandle): SignCells {
  const known = cells.get(room);
  if (known) return known;
  const made: SignCells = {
    hands: createCell<readonly string[]>([]),
    reactions: createCell<ReadonlyMap<string, string>>(new Map()),
    isPending: createCell(false),
    mutedBy: createCell<string | undefined>(undefined),
  };
  cells.set(room, made);
  return made;
}

/** The messages of a call by which people raise their hands, react, and ask others to mute. */
export const signalTopic = 'ffc.signal';
