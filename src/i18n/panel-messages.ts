/** The words of what is around a panel. */
export interface PanelMessages {
  readonly closePanel: string;
  /** While the code of a panel loads. */
  readonly loadingPanel: string;
}

/** Every word of the panels of a call. */
export interface RoomPanelMessages extends PanelMessages {}
