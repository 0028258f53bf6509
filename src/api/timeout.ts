import { abortable } from '../core/abort.js';
import { FfcError, type FfcErrorStage } from '../core/errors.js';
import type { Clock } from './clock.js';

export interface TimeoutOptions {
  readonly timeoutMs: number;
  readonly clock: Clock;
  readonly stage: FfcErrorStage;
}

/**
 * Runs work that is given up when the caller aborts (rejects with the signal's reason) or when
 * its time is up (rejects with `timeout`), even if the work itself ignores its signal.
 */
export async function withTimeout<T>(
  work: (signal: AbortSignal) => Promise<T>,
  signal: AbortSignal | undefined,
  { timeoutMs, clock, stage }: TimeoutOptions,
): Promise<T> {
  signal?.throwIfAborted();
  const done = new AbortController();
  const limit = new AbortController();
  const expire = (): void =>
    limit.abort(
      new FfcError({
        reason: 'timeout',
        stage,
        message: `No answer within ${timeoutMs} ms.`,
        retryable: true,
      }),
    );
  clock.delay(timeoutMs, done.signal).then(expire, () => {});
  // With `done.signal` among its options, that ends when this does.
  signal?.addEventListener('abort', () => limit.abort(signal.reason), done);
  try {
    return await abortable(work(limit.signal), limit.signal);
  } finally {
    // With a reason: the default one is an error with a stack.
    done.abort(0);
  }
}
