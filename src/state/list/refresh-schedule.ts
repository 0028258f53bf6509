import { toFfcError } from '../../core/errors.js';

/** Each list is asked for again after this long, and up to twice as long, by chance. */
const intervalMs = 30_000;
/** No wait after failures is longer, unless the service asks for it. */
const maxWaitMs = 10 * 60_000;
/** A list that comes and goes, as when somebody scrolls, is asked for no more often than this. */
const leastMs = 10_000;

/** Time and chance, so that tests can make hours pass at once. */
export interface RefreshClock {
  /** Milliseconds. */
  now(): number;
  /** From 0 up to, not including, 1. */
  random(): number;
  /** Gives a function that drops the timer. */
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
  /** Whether somebody can see it. Seen again, it is refreshed soon; unseen, not at all. */
  setShown(isShown: boolean): void;
  /** It was loaded in another way just now. */
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
 * When lists are refreshed by themselves: by the clock while they are seen, and when they are seen
 * again. All lists of a page share one timer, which runs only while one of them is seen. After
 * failures the wait doubles, and is never shorter than the service asked for.
 */
export class RefreshSchedule {
  readonly #clock: RefreshClock;
  readonly #entries = new Set<Entry>();
  #dropTimer: () => void = () => {};

  constructor(clock: RefreshClock = pageClock) {
    this.#clock = clock;
  }

  /**
   * Adds a list, as one that is seen and has just been loaded, until the signal aborts.
   *
   * @param refresh Loads it without a sign of that; rejects when that failed.
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
    return {
      setShown: (isShown) => {
        if (isShown === entry.isShown) return;
        entry.isShown = isShown;
        if (isShown) entry.dueAt = entry.notBefore;
        this.#arm();
      },
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
      // Something newer was asked for meanwhile, which is no failure.
      if (reason !== 'aborted') entry.failures++;
      const waitMs = Math.min(
        maxWaitMs,
        (this.#nextTime() - this.#clock.now()) * 2 ** entry.failures,
      );
      entry.dueAt = this.#clock.now() + Math.max(waitMs, retryAfterMs);
      entry.notBefore = entry.failures > 0 ? entry.dueAt : entry.notBefore;
    } finally {
      entry.isBusy = false;
      this.#arm();
    }
  }
}
