import type { ParticipantSnapshot } from '../../state/types.js';
import type { TileState } from './tile-state.js';

/** The raised hand and the reaction of a participant. */
export interface TileSigns {
  /** The number of the raised hand in the queue, from 1. 0: the hand is down. */
  readonly hand: number;
  readonly reaction: string | undefined;
}

/** The input of one rendering of a tile. */
export interface TileContent {
  readonly participant: ParticipantSnapshot;
  readonly tile: TileState;
  readonly name: string;
  readonly signs: TileSigns;
}

/** For a screen, and for every tile until the code that reads signs has loaded. */
export const noSigns: TileSigns = { hand: 0, reaction: undefined };
