import { toFfcError } from '../../core/errors.js';

/** The least time between two refreshes. A random time of up to the same length is added. */
const intervalMs = 30_000;
/** The longest wait after failures, unless the service asks for a longer one. */
const maxWaitMs = 10 * 60_000;
/**
 * The least time between two refreshes of a list that changes, or becomes visible repeatedly, as by
 * scrolling.
 */
const leastMs = 10_000;

/** The clock and the random numbers, so that tests can let hours pass at once. */
export interface RefreshClock {
  /** The time, in milliseconds. */
  now(): number;
  /** A random number from 0 to 1, without 1. */
  random(): number;
  /** Starts a timer. Returns a function that cancels it. */
  setTimer(work: () => void, milliseconds: number): () => void;
}

export const pageClock: RefreshClock = {
  now: () => performance.now(),
  random: () => Math.random(),
  setTimer: (work, milliseconds) => {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** One list of the schedule. */
export interface ScheduledList {
  /**
   * Sets whether the list is visible. A list that becomes visible is refreshed soon, a hidden one
   * not at all.
   */
  setShown(isShown: boolean): void;
  /** Records that the list has changed: it is refreshed soon, or once it is visible. */
  changed(): void;
  /** Records that the list was just loaded by other code. */
  loaded(): void;
}

interface Entry {
  readonly refresh: () => Promise<unknown>;
  isShown: boolean;
  isBusy: boolean;
  dueAt: number;
  notBefore: number;
  failures: number;
}

/**
 * Refreshes lists at intervals while they are visible, and when they become visible again. All
 * lists of a page share one timer, which runs only while one of them is visible. Each failure
 * doubles the wait, which is never shorter than the service asked for.
 */
export class RefreshSchedule {
  readonly #clock: RefreshClock;
  readonly #entries = new Set<Entry>();
  #dropTimer: () => void = () => {};

  constructor(clock: RefreshClock = pageClock) {
    this.#clock = clock;
  }

  /**
   * Adds a list, which counts as visible and just loaded, until the signal aborts.
   *
   * @param refresh Loads the list in the background. Rejects when the load fails.
   */
  add(
    refresh: () => Promise<unknown>,
    { signal }: { readonly signal: AbortSignal },
  ): ScheduledList {
    const entry: Entry = {
      refresh,
      isShown: true,
      isBusy: false,
      dueAt: this.#nextTime(),
      notBefore: -Infinity,
      failures: 0,
    };
    this.#entries.add(entry);
    signal.addEventListener('abort', () => {
      this.#entries.delete(entry);
      this.#arm();
    });
    this.#arm();
    const changed = (): void => {
      entry.dueAt = entry.notBefore;
      this.#arm();
    };
    return {
      setShown: (isShown) => {
        if (isShown === entry.isShown) return;
        entry.isShown = isShown;
        changed();
      },
      changed,
      loaded: () => {
        entry.failures = 0;
        entry.dueAt = this.#nextTime();
        this.#arm();
      },
    };
  }

  #nextTime(): number {
    return this.#clock.now() + intervalMs * (1 + this.#clock.random());
  }

  #arm(): void {
    this.#dropTimer();
    const times = [...this.#entries]
      .filter(({ isShown, isBusy }) => isShown && !isBusy)
      .map(({ dueAt }) => dueAt);
    if (times.length === 0) return;
    const waitMs = Math.max(0, Math.min(...times) - this.#clock.now());
    this.#dropTimer = this.#clock.setTimer(() => this.#run(), waitMs);
  }

  #run(): void {
    const now = this.#clock.now();
    for (const entry of this.#entries) {
      if (entry.isShown && !entry.isBusy && entry.dueAt <= now) void this.#refresh(entry);
    }
    this.#arm();
  }

  async #refresh(entry: Entry): Promise<void> {
    entry.isBusy = true;
    try {
      await entry.refresh();
      entry.failures = 0;
      entry.notBefore = this.#clock.now() + leastMs;
      entry.dueAt = this.#nextTime();
    } catch (thrown) {
      const { reason, retryAfterMs = 0 } = toFfcError(thrown, 'api');
      // A newer query has aborted the refresh, which is no failure.
      if (reason !== 'aborted') entry.failures++;
      const waitMs = Math.min(
        maxWaitMs,
        (this.#nextTime() - this.#clock.now()) * 2 ** entry.failures,
      );
      entry.dueAt = this.#clock.now() + Math.max(waitMs, retryAfterMs);
      if (entry.failures > 0) entry.notBefore = entry.dueAt;
    } finally {
      entry.isBusy = false;
      this.#arm();
    }
  }
}
