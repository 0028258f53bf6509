import type { ParticipantSnapshot } from '../../state/types.js';
import type { TileState } from './tile-state.js';

/** The signs that somebody gives without speaking. */
export interface TileSigns {
  /** The place of the raised hand among all, from 1; 0: it is down. */
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

/** Of a screen, and until the code that reads signs has loaded. */
export const noSigns: TileSigns = { hand: 0, reaction: undefined };
