import { longestMs } from '../core/abort.js';
import type { FfcError } from '../core/errors.js';
import type { Clock } from './clock.js';

/** The number of retries of a failed call, and the waits between them. */
export interface RetryOptions {
  /** The number of retries after the first try. Default 2; 0 turns retries off. */
  readonly retries?: number;
  /** The first wait, doubled for each further one, in milliseconds. Default 500. */
  readonly baseDelayMs?: number;
  /**
   * The longest wait, in milliseconds. Default 10 000. If the service asks for a longer one
   * (`Retry-After`), the call fails at once with `rate-limited`.
   */
  readonly maxDelayMs?: number;
}

/** A failed try: the values that decide about a retry. */
export interface FailedTry {
  readonly error: FfcError;
  /** Whether the call may be retried even if the service may have carried it out. */
  readonly idempotent: boolean;
  /** The number of retries so far. */
  readonly retries: number;
}

/**
 * The milliseconds before the retry of a call; undefined: no retry.
 *
 * A 429 means that the call was not carried out, so any call may be retried. After 502, 503, 504
 * and a network failure that is unknown, and after REQUEST_LOCKED the same call is still running:
 * only idempotent calls are retried. A call that timed out is not retried: the person has waited
 * long enough, and may decide.
 */
export function retryDelay(
  { error, idempotent, retries }: FailedTry,
  { retries: most = 2, baseDelayMs = 500, maxDelayMs = 10_000 }: RetryOptions,
  clock: Clock,
): number | undefined {
  const { reason, status = 0, retryAfterMs = 0 } = error;
  const passing = ['network', 'rate-limited'].includes(reason) || isOutage(status);
  const mayPass = status === 429 || (idempotent && passing);
  if (!mayPass || retries >= most) return undefined;

  if (retryAfterMs > maxDelayMs) return undefined;
  // The random half spreads the retries of pages that failed together.
  const backOff = baseDelayMs * 2 ** retries * (0.5 + clock.random() / 2);
  return Math.min(maxDelayMs, retryAfterMs + backOff);
}

/**
 * `Retry-After` in milliseconds from `now`, at most what a timer can wait; 0 when it is missing,
 * past or unreadable.
 */
export function parseRetryAfter(value: string | null, now: number): number {
  const waitMs = Number(value) * 1000 || Date.parse(value ?? '') - now;
  return Math.min(Math.max(0, waitMs) || 0, longestMs);
}

function isOutage(status: number): boolean {
  return status >= 502 && status <= 504;
}
