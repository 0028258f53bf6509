import type { FfcEvent } from '../../events/event.js';
import type { RoomStore, RoomStoreEvents } from '../../state/types.js';

/** The class of an event that the store emits under the same name, without `ffc-`. */
interface BridgedEventClass {
  readonly type: `ffc-${keyof RoomStoreEvents}`;
  new (fields: never): FfcEvent;
}

/** Dispatches what the store emits as DOM events of these classes. */
export function bridgeEvents(
  store: RoomStore,
  target: EventTarget,
  classes: readonly BridgedEventClass[],
): void {
  for (const DomEvent of classes) {
    const name = DomEvent.type.slice('ffc-'.length) as keyof RoomStoreEvents;
    // The store's event and the class come from one declaration, so that the fields fit.
    store.on(name, (fields) => target.dispatchEvent(new DomEvent(fields as never)));
  }
}
