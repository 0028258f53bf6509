import type { FfcError } from '../core/errors.js';
import type { Clock } from './clock.js';

/** The number of retries of a failed call, and the waits between them. */
export interface RetryOptions {
  /** Tries after the first. Default 2; 0 turns retrying off. */
  readonly retries?: number;
  /** The first wait, doubled for each further one, in milliseconds. Default 500. */
  readonly baseDelayMs?: number;
  /**
   * No wait is longer, in milliseconds. Default 10 000. A service that asks for more patience
   * (`Retry-After`) is not asked again: the call fails at once with `rate-limited`.
   */
  readonly maxDelayMs?: number;
}

/** A failed try: what decides whether and when there is another. */
export interface FailedTry {
  readonly error: FfcError;
  /** Whether the call may be made again although the service may have carried it out. */
  readonly idempotent: boolean;
  /** The number of retries so far. */
  readonly retries: number;
}

/**
 * Milliseconds to wait before the call is made again; undefined: give up.
 *
 * A 429 says that the call was not carried out, so any call may follow it. After 502, 503, 504
 * and a network failure nobody knows, and after REQUEST_LOCKED the same call is being carried
 * out: only idempotent calls follow. A call that timed out is not made again by itself: whoever
 * waits for it has waited long enough to be asked.
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
  // Half is left to chance, so that pages that failed together do not come back together.
  const backOff = baseDelayMs * 2 ** retries * (0.5 + clock.random() / 2);
  return Math.min(maxDelayMs, retryAfterMs + backOff);
}

/** `Retry-After` in milliseconds from `now`; 0 when it is missing, past or unreadable. */
export function parseRetryAfter(value: string | null, now: number): number {
  const text = value?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  return Math.max(0, Date.parse(text) - now) || 0;
}

function isOutage(status: number): boolean {
  return status >= 502 && status <= 504;
}
