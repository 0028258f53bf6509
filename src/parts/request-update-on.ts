import type { ReactiveControllerHost } from 'lit';
import type { Readable } from '../core/cell.js';

/**
 * Updates the host whenever `part` of a cell's snapshot changes. It never unsubscribes, so it is
 * only for cells that live as long as the host.
 */
export function requestUpdateOn<T>(
  host: ReactiveControllerHost,
  cell: Readable<T>,
  part: (snapshot: T) => unknown,
): void {
  let shown = part(cell.getSnapshot());
  cell.subscribe((snapshot) => {
    const next = part(snapshot);
    if (Object.is(shown, next)) return;
    shown = next;
    host.requestUpdate();
  });
}
