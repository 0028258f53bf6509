import type { Readable } from '../core/cell.js';
import type { RoomStoreEvents } from './types.js';

/** One piece of a transcript. */
export interface Caption {
  /** The piece's id and its speaker. A later piece with the same key replaces it. */
  readonly key: string;
  /** The name of the speaker; empty: the server names none. */
  readonly speaker: string;
  readonly text: string;
  readonly isFinal: boolean;
  /** The language tag; empty when it is unknown. */
  readonly language: string;
  /** The time, in milliseconds since 1970. */
  readonly at: number;
}

/** The transcript of a call. */
export interface RoomCaptions {
  /** The newest 500 pieces, oldest first. */
  readonly log: Readable<readonly Caption[]>;
  /** Adds a piece. */
  receive(piece: RoomStoreEvents['transcription']): void;
}
