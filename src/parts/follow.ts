import type { Readable } from '../core/cell.js';

/** Stops what was started. */
export type Stop = () => void;

/** Calls the listener with the value now and after each change. */
export function follow<T>(readable: Readable<T>, listener: (value: T) => void): Stop {
  const unsubscribe = readable.subscribe(listener);
  listener(readable.getSnapshot());
  return unsubscribe;
}

/**
 * Gives a function that takes a list of keys: it calls `start` for each new key, and stops what
 * was started for each key that is no longer in the list. The same array again changes nothing.
 */
export function runForEach(start: (key: string) => Stop): (wanted: readonly string[]) => void {
  const running = new Map<string, Stop>();
  let last: readonly string[] | undefined;
  return (wanted) => {
    if (wanted === last) return;
    last = wanted;
    const keys = new Set(wanted);
    for (const [key, stop] of running) {
      if (keys.has(key)) continue;
      running.delete(key);
      stop();
    }
    for (const key of keys) {
      if (!running.has(key)) running.set(key, start(key));
    }
  };
}
