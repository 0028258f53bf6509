import { report, type OnError } from './answer.js';
import type { SeenStore } from './idempotency-store.js';

export interface HoldOptions {
  readonly seen: SeenStore;
  readonly id: string;
  readonly token: string;
  /** How long it is held at most, in milliseconds. */
  readonly timeoutMs: number;
  /** Told when the store could not be asked; the claim is renewed again soon after. */
  readonly onError: OnError;
}

/** What timers take for a delay at most; more would be none at all. */
const longestDelay = 2 ** 31 - 1;

/**
 * Keeps a claim on an event alive while it is handled: renews it each third of its lease, until
 * `stop`. No timer is left then.
 */
export function holdClaim({ seen, id, token, timeoutMs, onError }: HoldOptions) {
  const over = new AbortController();
  const renew = async (): Promise<void> => {
    try {
      if (await seen.renew(id, token)) return;
    } catch (error) {
      return report(onError, error);
    }
    end('The claim on this event was lost: another instance may handle it.', 'AbortError');
  };
  const end = (why: string, name: string): void => {
    if (stopped) return;
    stop();
    over.abort(new DOMException(why, name));
  };
  const stop = (): void => {
    stopped = true;
    clearInterval(renewing);
    clearTimeout(timeout);
  };
  let stopped = false;
  const renewing = setInterval(() => void renew(), Math.min(seen.leaseMs / 3, longestDelay));
  const timeout = setTimeout(
    () => end(`The event was not handled within ${timeoutMs} ms.`, 'TimeoutError'),
    Math.min(timeoutMs, longestDelay),
  );
  return { signal: over.signal, stop };
}
