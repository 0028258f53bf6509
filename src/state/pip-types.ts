/** Shows a call in a picture-in-picture window. */
export interface RoomPictureInPicture {
  /**
   * Opens the window. It needs a recent click or key press. Rejects with `invalid-state` outside of
   * a call, and when the browser refuses or has no such windows.
   */
  open(): Promise<void>;
  /** Opens the window, or moves the call back. */
  toggle(): Promise<void>;
}
