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
  /** Called when the claim ends before `stop`, with the reason. */
  readonly onLost: (reason: DOMException) => void;
}

/** A claim on an event that is being handled. */
export interface HeldClaim {
  /** Aborts when the claim ends before `stop`. Made when it is first asked for: few handlers do. */
  readonly signal: AbortSignal;
  /** Why the claim ended before `stop`; undefined: it did not. */
  readonly lost: DOMException | undefined;
  /** Lets go of the claim. No timer is left then. */
  stop(): void;
}

/** What timers take for a delay at most; more would be none at all. */
const longestDelay = 2 ** 31 - 1;

/** Keeps a claim alive while its event is handled: renews it each third of its lease. */
export function holdClaim(options: HoldOptions): HeldClaim {
  const { seen, id, token, timeoutMs, onError, onLost } = options;
  let stopped = false;
  let lost: DOMException | undefined;
  let abort: AbortController | undefined;

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
    lost = new DOMException(why, name);
    abort?.abort(lost);
    onLost(lost);
  };
  const stop = (): void => {
    stopped = true;
    clearInterval(renewing);
    clearTimeout(timeout);
  };
  const renewing = setInterval(() => void renew(), Math.min(seen.leaseMs / 3, longestDelay));
  const timeout = setTimeout(
    () => end(`The event was not handled within ${timeoutMs} ms.`, 'TimeoutError'),
    Math.min(timeoutMs, longestDelay),
  );
  return {
    get signal() {
      abort ??= new AbortController();
      if (lost) abort.abort(lost);
      return abort.signal;
    },
    get lost() {
      return lost;
    },
    stop,
  };
}
