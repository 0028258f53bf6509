/** The words of the stage that the start of a call does not need. */
export interface StageMessages {
  readonly layoutAutomatic: string;
  /** The room chooses the layout. `layout` is its current choice. */
  readonly layoutAutomaticNow: (layout: string) => string;
  readonly layoutGrid: string;
  readonly layoutFixedGrid: string;
  readonly layoutScroll: string;
  readonly layoutFocused: string;
  /** Shown beside the page buttons: a person on another page speaks. */
  readonly speaksElsewhere: (name: string) => string;
  /** Shown over a stage that scrolls: the tile of the speaker is out of sight. */
  readonly speaksOutOfSight: (name: string) => string;
  readonly selfMove: string;
  readonly selfMinimize: string;
  readonly selfRestore: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  /** The visible text, such as “150%”, is part of it. */
  readonly zoomReset: (percent: string) => string;
  /** Replaces “You’re sharing your screen” in the bar of the local share. */
  readonly sharePaused: string;
  readonly pauseShare: string;
  readonly resumeShare: string;
  readonly hideStrip: string;
  readonly showStrip: string;
  /** The button of a tile that opens the menu of the participant. */
  readonly tileActions: (name: string) => string;
  /** The participant is muted in this browser only. */
  readonly mutedForMe: string;
}
