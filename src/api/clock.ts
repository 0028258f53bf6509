import { delay } from '../core/abort.js';

/** The clock and the random numbers, so that tests can let hours pass at once. */
export interface Clock {
  /** The time, in milliseconds since 1970. */
  now(): number;
  /** A random number from 0 to 1, without 1. */
  random(): number;
  /** Resolves after some milliseconds, or rejects with the signal's reason. */
  delay(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = { now: () => Date.now(), random: () => Math.random(), delay };
