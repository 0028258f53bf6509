import type { Stop } from './follow.js';

/**
 * Returns a function that takes a list of keys. It calls `start` for each new key, and the returned
 * `Stop` for each key that is no longer in the list. The same array again has no effect.
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
