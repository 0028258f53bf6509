import type { RoomHandle } from '../../parts/room-handle.js';

/**
 * The service's rules for the mode `automatic`: a shared screen or a filled slot sets the layout
 * `focused`. When the last of them ends, the mode is `automatic` again, and the layout stays.
 */
export class AutomaticLayout {
  #room: RoomHandle | undefined;
  #wasShowing = false;
  #wasManual = false;

  /** Applies the rules. Call it when the shared screens, the slot or the view may have changed. */
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
