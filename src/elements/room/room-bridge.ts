import type { FfcEvent } from '../../events/event.js';
import type { RoomStore, RoomStoreEvents } from '../../state/types.js';

/** Which DOM event tells what the store tells. */
export type EventTable = {
  readonly [K in keyof RoomStoreEvents]?: (facts: RoomStoreEvents[K]) => FfcEvent;
};

/** Tells the page, in DOM events, what the store tells. */
export function bridgeEvents(store: RoomStore, target: EventTarget, table: EventTable): void {
  for (const type of Object.keys(table) as (keyof RoomStoreEvents)[]) {
    const toDomEvent = table[type] as (facts: RoomStoreEvents[typeof type]) => FfcEvent;
    store.on(type, (facts) => target.dispatchEvent(toDomEvent(facts)));
  }
}
