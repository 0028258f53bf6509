/** The words of the stage of a call that a call can begin without. */
export interface StageMessages {
  readonly layoutAutomatic: string;
  /** The room decides, and this is the layout that it has decided on. */
  readonly layoutAutomaticNow: (layout: string) => string;
  readonly layoutGrid: string;
  readonly layoutFixedGrid: string;
  readonly layoutScroll: string;
  readonly layoutFocused: string;
  /** Beside the page buttons: somebody on another page speaks. */
  readonly speaksElsewhere: (name: string) => string;
  readonly selfMove: string;
  readonly selfMinimize: string;
  readonly selfRestore: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  /** The visible text, such as “150%”, is part of it. */
  readonly zoomReset: (percent: string) => string;
  /** The button of a tile: what can be done about somebody. */
  readonly tileActions: (name: string) => string;
  /** Somebody is heard by everybody but the person at this browser. */
  readonly mutedForMe: string;
}
