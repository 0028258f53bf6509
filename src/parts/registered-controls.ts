/**
 * The registry of controls. It is separate from the code that renders them, so that a preview can
 * use it too.
 */
import { createCell, type Readable } from '../core/cell.js';
import type { Control } from './controls.js';

const controls = createCell<readonly Control[]>([]);

/** All controls: those of this package first, then those of the page. */
export const registeredControls: Readable<readonly Control[]> = controls;

/** Replaces the list. Only the functions that register controls call it. */
export function setControls(next: readonly Control[]): void {
  controls.set(next);
}

/** The control with a name; undefined while there is none. */
export function findControl(name: string): Control | undefined {
  return controls.getSnapshot().find((control) => control.name === name);
}
