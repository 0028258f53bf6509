import { shallowEqual } from '../core/cell.js';

/**
 * Gives a function that remembers its last result, and returns it for the same arguments: what a
 * controller watches must not be new with each drawing.
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
