import type { RoomListElementBase } from './room-list-options.js';

/**
 * Calls back with the document of a list, now and after each move to another one, such as a popup.
 * The signal of a call aborts with the next move, and when `until` aborts.
 */
export function followPage(
  list: RoomListElementBase,
  until: AbortSignal,
  follow: (page: Document, signal: AbortSignal) => void,
): void {
  let page: Document | undefined;
  let stay = new AbortController();
  const hostConnected = (): void => {
    if (list.ownerDocument === page) return;
    stay.abort();
    stay = new AbortController();
    page = list.ownerDocument;
    follow(page, stay.signal);
  };
  const controller = { hostConnected };
  list.addController(controller);
  hostConnected();
  until.addEventListener('abort', () => {
    stay.abort();
    list.removeController(controller);
  });
}
