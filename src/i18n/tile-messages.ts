/** Words of a tile that has no video to show. */
export interface TileMessages {
  /** The name of a tile while nobody has its identity. */
  readonly nobody: string;
  /** Replaces the picture of the local screen. */
  readonly sharingScreen: string;
  /** Shown before the first picture of a screen. */
  readonly startsToShare: (name: string) => string;
  /** The role of a participant, also a future one that is not known yet. */
  readonly role: (role: string) => string;
  /** The number of a raised hand in the queue, from 1. */
  readonly hand: (place: number) => string;
  /** Shown over a stalled video. */
  readonly stalled: string;
  /** For the page's author: `for` names no room. */
  readonly noRoom: (id: string) => string;
}
