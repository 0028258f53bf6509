import type { Clock } from '../../../sandbox/service/clock.js';

/** A clock that only the test advances. */
export function createTestClock(start = Date.UTC(2026, 0, 1)) {
  let time = start;
  const waiting = new Set<{ until: number; end: () => void }>();
  const clock: Clock = {
    now: () => time,
    wait: (milliseconds, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve();
        const entry = {
          until: time + milliseconds,
          end: () => {
            waiting.delete(entry);
            resolve();
          },
        };
        waiting.add(entry);
        signal.addEventListener('abort', entry.end, { once: true });
      }),
  };
  return {
    clock,
    /** The remaining time of each wait, in milliseconds. */
    waits: () => [...waiting].map(({ until }) => until - time),
    advance(milliseconds: number): void {
      time += milliseconds;
      for (const entry of [...waiting]) if (entry.until <= time) entry.end();
    },
  };
}

/** Resolves when all work has run that waits neither for time nor for the network. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
