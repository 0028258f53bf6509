import type { ReactiveControllerHost } from 'lit';
import type { Readable } from '../core/cell.js';

/**
 * Redraws the host when the part of a cell that it shows is different. There is no end to it:
 * only for cells that the host itself owns.
 */
export function redrawOn<T>(
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
