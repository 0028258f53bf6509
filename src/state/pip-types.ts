/** Shows a call in a window of its own, above all others. */
export interface RoomPictureInPicture {
  /**
   * Opens the window; needs a click or a key press shortly before. Rejects with `invalid-state`
   * outside of a call, and where the browser refuses or has no such windows.
   */
  open(): Promise<void>;
  /** Opens it, or brings the call back. */
  toggle(): Promise<void>;
}
