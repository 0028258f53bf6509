import { report, type OnError } from './answer.js';
import type { SeenStore } from './idempotency-store.js';

export interface HoldOptions {
  readonly seen: SeenStore;
  readonly id: string;
  readonly token: string;
  /** The longest time for which the claim is held, in milliseconds. */
  readonly timeoutMs: number;
  /** Called when a request to the store fails. The renewal is tried again soon. */
  readonly onError: OnError;
}

/** The longest delay of a timer: a longer one would count as 0. */
const longestDelay = 2 ** 31 - 1;

/** A claim on an event that is being handled. */
export class HeldClaim {
  readonly #options: HoldOptions;
  #abort: AbortController | undefined;
  #lost: DOMException | undefined;

  constructor(options: HoldOptions) {
    this.#options = options;
  }

  /** Aborts when the claim is lost. It is created on first use, as few handlers use it. */
  get signal(): AbortSignal {
    this.#abort ??= new AbortController();
    if (this.#lost) this.#abort.abort(this.#lost);
    return this.#abort.signal;
  }

  /** The reason why the claim ended before the work; undefined: it did not. */
  get lost(): DOMException | undefined {
    return this.#lost;
  }

  /**
   * Keeps the claim while work runs: renews it after each third of its lease. Rejects when the
   * claim is lost, while the work goes on. It leaves no timer behind.
   */
  async holdWhile(work: Promise<void>): Promise<void> {
    const { seen, timeoutMs } = this.#options;
    let stop = (): void => {};
    const lost = new Promise<never>((_resolve, reject) => {
      let isOver = false;
      const end = (why: string, name: string): void => {
        if (!isOver) reject(this.#end(why, name));
      };
      const late = `The event was not handled within ${timeoutMs} ms.`;
      const renewing = setInterval(
        () => void this.#renew(end),
        Math.min(seen.leaseMs / 3, longestDelay),
      );
      const timeout = setTimeout(
        () => end(late, 'TimeoutError'),
        Math.min(timeoutMs, longestDelay),
      );
      stop = () => {
        isOver = true;
        clearInterval(renewing);
        clearTimeout(timeout);
      };
    });
    try {
      await Promise.race([work, lost]);
    } finally {
      stop();
    }
  }

  async #renew(end: (why: string, name: string) => void): Promise<void> {
    const { seen, id, token, onError } = this.#options;
    try {
      if (await seen.renew(id, token)) return;
    } catch (error) {
      return report(onError, error);
    }
    end('The claim on this event was lost: another instance may handle it.', 'AbortError');
  }

  #end(why: string, name: string): DOMException {
    this.#lost ??= new DOMException(why, name);
    this.#abort?.abort(this.#lost);
    return this.#lost;
  }
}
