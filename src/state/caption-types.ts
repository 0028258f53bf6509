import type { Readable } from '../core/cell.js';
import type { RoomStoreEvents } from './types.js';

/** One piece of what somebody said. */
export interface Caption {
  /** The piece's id and its speaker: a piece that comes again takes the place of the one before. */
  readonly key: string;
  /** Empty: the server does not say who speaks. */
  readonly speaker: string;
  readonly text: string;
  readonly isFinal: boolean;
  /** A language tag; empty when it is not known. */
  readonly language: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** The transcript of a call. */
export interface RoomCaptions {
  /** Oldest first; the newest 500 pieces. */
  readonly log: Readable<readonly Caption[]>;
  /** Takes in a piece. */
  receive(piece: RoomStoreEvents['transcription']): void;
}
