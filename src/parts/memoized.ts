import { shallowEqual } from '../core/cell.js';

/**
 * Wraps a function so that it returns its last result for the same arguments. A controller needs
 * that: the cells that it watches must be the same ones at each rendering.
 */
export function memoized<A extends readonly unknown[], T>(
  make: (...from: A) => T,
): (...from: A) => T {
  let last: { readonly from: A; readonly made: T } | undefined;
  return (...from) => {
    if (!last || !shallowEqual(last.from, from)) last = { from, made: make(...from) };
    return last.made;
  };
}
