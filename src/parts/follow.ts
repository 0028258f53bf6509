import type { Readable } from '../core/cell.js';

/** Ends the subscription. */
export type Stop = () => void;

/** Calls the listener with the current value, and after each change. */
export function follow<T>(readable: Readable<T>, listener: (value: T) => void): Stop {
  const unsubscribe = readable.subscribe(listener);
  listener(readable.getSnapshot());
  return unsubscribe;
}
