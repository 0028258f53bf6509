import { pageClock, type RefreshClock } from '../../state/list/refresh-schedule.js';

/** The wait after the first run, in milliseconds. Each further run soon after that doubles it. */
const firstWaitMs = 1000;
const maxWaitMs = 60_000;

/**
 * Runs work at once after an occasional request, and with growing waits after frequent requests. So
 * a page that sets a property in each handler of a load starts no loop of loads. The last request
 * always runs.
 */
export class BackOff {
  readonly #clock: Pick<RefreshClock, 'now' | 'setTimer'>;
  #lastRunAt = -Infinity;
  #waitMs = 0;
  #dropTimer: () => void = () => {};

  constructor(clock: Pick<RefreshClock, 'now' | 'setTimer'> = pageClock) {
    this.#clock = clock;
  }

  run(work: () => void): void {
    this.cancel();
    const sinceMs = this.#clock.now() - this.#lastRunAt;
    if (sinceMs > 2 * this.#waitMs + firstWaitMs) this.#waitMs = 0;
    if (sinceMs >= this.#waitMs) this.#run(work);
    else this.#dropTimer = this.#clock.setTimer(() => this.#run(work), this.#waitMs - sinceMs);
  }

  /** Cancels the waiting run. */
  cancel(): void {
    this.#dropTimer();
  }

  #run(work: () => void): void {
    this.#lastRunAt = this.#clock.now();
    this.#waitMs = Math.min(Math.max(firstWaitMs, 2 * this.#waitMs), maxWaitMs);
    work();
  }
}
