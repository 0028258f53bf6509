import {
  FfcLayoutChangeEvent,
  FfcPanelChangeEvent,
  FfcPinChangeEvent,
} from '../../events/view-events.js';
import type { RoomView } from '../../state/view.js';

/** Emits a DOM event for each change of the view state, except of the page, which only stages show. */
export function emitViewChanges({ state }: RoomView, target: EventTarget): void {
  let before = state.getSnapshot();
  state.subscribe((now) => {
    const { layout, mode, pinned, panel } = before;
    before = now;
    if (now.layout !== layout || now.mode !== mode) {
      target.dispatchEvent(new FfcLayoutChangeEvent({ layout: now.layout, mode: now.mode }));
    }
    if (now.pinned !== pinned) {
      const { identity, source } = now.pinned ?? {};
      target.dispatchEvent(new FfcPinChangeEvent({ identity, source }));
    }
    if (now.panel === panel) return;
    if (panel) target.dispatchEvent(new FfcPanelChangeEvent({ panel, open: false }));
    if (now.panel) target.dispatchEvent(new FfcPanelChangeEvent({ panel: now.panel, open: true }));
  });
}
