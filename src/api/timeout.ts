import { abortable } from '../core/abort.js';
import { FfcError, type FfcErrorStage } from '../core/errors.js';
import type { Clock } from './clock.js';

export interface TimeoutOptions {
  readonly timeoutMs: number;
  readonly clock: Clock;
  readonly stage: FfcErrorStage;
}

/**
 * Runs work with a time limit. Rejects with the signal's reason when the caller aborts, and with
 * `timeout` when the time is up, even if the work ignores its signal.
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
  // The option `done.signal` removes the listener when the work is done.
  signal?.addEventListener('abort', () => limit.abort(signal.reason), done);
  try {
    return await abortable(work(limit.signal), limit.signal);
  } finally {
    // With a cheap reason: the default one is an error with a stack.
    done.abort(0);
  }
}
