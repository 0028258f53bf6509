import type { RoomHandle } from '../../parts/room-handle.js';

/**
 * The service's rules of the mode `automatic`: what somebody shows makes the layout `focused`, and
 * when the last of it ends, everybody is in `automatic` again, with the layout that they have.
 */
export class AutomaticLayout {
  #room: RoomHandle | undefined;
  #wasShowing = false;
  #wasManual = false;

  /** Applies the rules; to be called when what is shown, or the view, may have changed. */
  apply(room: RoomHandle, isShowing: boolean): void {
    const { view } = room;
    const isSame = room === this.#room;
    const wasShowing = isSame && this.#wasShowing;
    const wasManual = isSame && this.#wasManual;
    this.#room = room;
    this.#wasShowing = isShowing;
    if (!room.isInCall) {
      this.#wasShowing = false;
      return;
    }
    if (wasShowing && !isShowing) view.setMode('automatic');
    const { mode, layout } = view.state.getSnapshot();
    this.#wasManual = mode === 'manual';
    const begins = !wasShowing || wasManual;
    if (isShowing && begins && mode === 'automatic' && layout !== 'focused') {
      view.setLayout('focused', 'automatic');
    }
  }
}
