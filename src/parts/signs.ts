import { type Cell, createCell, type Readable } from '../core/cell.js';
import type { RoomHandle } from './room-handle.js';

/** The raised hands and reactions of a call. Empty until there is one. */
export interface Signs {
  /**
   * The identities of the participants with raised hands, by the time of raising. Everybody in the
   * call sees the same order.
   */
  readonly hands: Readable<readonly string[]>;
  /** The current reactions, such as 👏, by identity. Each shows for some seconds. */
  readonly reactions: Readable<ReadonlyMap<string, string>>;
  /** Whether a change of the local hand has not reached the others yet. */
  readonly isPending: Readable<boolean>;
  /** The name of the host who last muted the local microphone; undefined without such a host. */
  readonly mutedBy: Readable<string | undefined>;
}

/** The writable cells of {@link Signs}. */
export interface SignCells extends Signs {
  readonly hands: Cell<readonly string[]>;
  readonly reactions: Cell<ReadonlyMap<string, string>>;
  readonly isPending: Cell<boolean>;
  readonly mutedBy: Cell<string | undefined>;
}

const cells = new WeakMap<RoomHandle, SignCells>();

/** The raised hands and reactions of a room, to render them. It loads nothing. */
export function signsOf(room: RoomHandle): Signs {
  return signCells(room);
}

/** The writable cells of a room's signs. Only the feature `signals` changes them. */
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

/** The topic of the messages for raised hands, reactions, and requests to mute. */
export const signalTopic = 'ffc.signal';
