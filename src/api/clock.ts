import { delay } from '../core/abort.js';

/** Time and chance, so that tests can make hours pass at once. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** From 0 up to, not including, 1. */
  random(): number;
  /** Waits that many milliseconds, or rejects with the signal's reason. */
  delay(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = { now: () => Date.now(), random: () => Math.random(), delay };
