import type { FfcEvent } from '../../events/event.js';
import type { RoomStore, RoomStoreEvents } from '../../state/types.js';
import {
  FfcLayoutChangeEvent,
  FfcPanelChangeEvent,
  FfcPinChangeEvent,
} from '../../events/view-events.js';
import type { RoomView } from '../../state/view.js';

/** The class of an event that the store emits under the same name, without `ffc-`. */
interface BridgedEventClass {
  readonly type: `ffc-${keyof RoomStoreEvents}`;
  new (fields: never): FfcEvent;
}

/** Dispatches the events of the store as DOM events of these classes. */
export function bridgeEvents(
  store: RoomStore,
  target: EventTarget,
  classes: readonly BridgedEventClass[],
): void {
  for (const DomEvent of classes) {
    const name = DomEvent.type.slice('ffc-'.length) as keyof RoomStoreEvents;
    // The store's event and the class share one declaration, so the fields match.
    store.on(name, (fields) => target.dispatchEvent(new DomEvent(fields as never)));
  }
}

/**
 * Emits a DOM event for each change of the view state. The page number is left out: it concerns
 * only stages.
 */
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
