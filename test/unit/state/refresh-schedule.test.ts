import { expect } from '@open-wc/testing';
import { FfcError } from '../../../src/core/errors.js';
import { type RefreshClock, RefreshSchedule } from '../../../src/state/list/refresh-schedule.js';
import { nextMacrotask } from '../../support/element-suite.js';

/** A clock that the test moves: at most one timer may run. */
class TestClock implements RefreshClock {
  time = 0;
  chance = 0;
  timer: { readonly work: () => void; readonly at: number } | undefined;

  now = (): number => this.time;
  random = (): number => this.chance;
  setTimer = (work: () => void, milliseconds: number): (() => void) => {
    if (this.timer) throw new Error('A timer runs already.');
    this.timer = { work, at: this.time + milliseconds };
    return () => (this.timer = undefined);
  };

  /** Advances the time from timer to timer, and lets the work of each timer finish. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.time + milliseconds;
    while (this.timer && this.timer.at <= end) {
      const { work, at } = this.timer;
      this.timer = undefined;
      this.time = at;
      work();
      await nextMacrotask();
    }
    this.time = end;
  }
}

const tooMany = (retryAfterMs?: number): FfcError =>
  new FfcError({
    reason: 'rate-limited',
    stage: 'api',
    message: 'Too many.',
    ...(retryAfterMs && { retryAfterMs }),
  });

function setUp() {
  const clock = new TestClock();
  const schedule = new RefreshSchedule(clock);
  const ends: AbortController[] = [];
  /** Adds a list, and records the times of its refreshes. */
  const add = (refresh: () => Promise<unknown> = () => Promise.resolve()) => {
    const times: number[] = [];
    const end = new AbortController();
    ends.push(end);
    const list = schedule.add(() => {
      times.push(clock.time);
      return refresh();
    }, end);
    return { list, times, end: () => end.abort() };
  };
  return { clock, add };
}

describe('the schedule of refreshes', () => {
  it('refreshes a list every 30 to 60 seconds', async () => {
    const { clock, add } = setUp();
    const { times } = add();
    await clock.pass(90_000);
    expect(times).to.deep.equal([30_000, 60_000, 90_000]);
    clock.chance = 0.999;
    await clock.pass(30_000);
    expect(times.length).to.equal(4);
    await clock.pass(59_000);
    expect(times.length).to.equal(4);
    await clock.pass(1000);
    expect(times.length).to.equal(5);
  });

  it('has one timer for all lists of a page', async () => {
    const { clock, add } = setUp();
    const lists = [add(), add(), add()];
    await clock.pass(60_000);
    for (const { times } of lists) expect(times).to.deep.equal([30_000, 60_000]);
  });

  it('restarts the wait when a list was loaded in another way', async () => {
    const { clock, add } = setUp();
    const { list, times } = add();
    await clock.pass(25_000);
    list.loaded();
    await clock.pass(29_999);
    expect(times).to.deep.equal([]);
    await clock.pass(1);
    expect(times).to.deep.equal([55_000]);
  });

  it('leaves a list alone that nobody sees, and stops when none is seen', async () => {
    const { clock, add } = setUp();
    const [one, other] = [add(), add()];
    one.list.setShown(false);
    await clock.pass(60_000);
    expect(one.times).to.deep.equal([]);
    expect(other.times.length).to.equal(2);
    other.list.setShown(false);
    expect(clock.timer).to.equal(undefined);
  });

  it('refreshes a list at once that is seen again, but no more often than every 10 seconds', async () => {
    const { clock, add } = setUp();
    const { list, times } = add();
    const blink = (): void => {
      list.setShown(false);
      list.setShown(true);
    };
    await clock.pass(1000);
    blink();
    await clock.pass(0);
    expect(times).to.deep.equal([1000]);
    await clock.pass(2000);
    blink();
    blink();
    await clock.pass(7000);
    expect(times).to.deep.equal([1000]);
    await clock.pass(1000);
    expect(times).to.deep.equal([1000, 11_000]);
  });

  it('refreshes a list at once that has changed, or when it is seen again', async () => {
    const { clock, add } = setUp();
    const { list, times } = add();
    await clock.pass(1000);
    list.changed();
    await clock.pass(0);
    expect(times).to.deep.equal([1000]);
    list.changed();
    await clock.pass(9999);
    expect(times, 'more often than every 10 seconds').to.deep.equal([1000]);
    await clock.pass(1);
    expect(times).to.deep.equal([1000, 11_000]);
    list.setShown(false);
    list.changed();
    await clock.pass(60_000);
    expect(times.length, 'while nobody sees it').to.equal(2);
    list.setShown(true);
    await clock.pass(0);
    expect(times.length).to.equal(3);
  });

  it('does nothing for a list that is said to be seen, and was', async () => {
    const { clock, add } = setUp();
    const { list, times } = add();
    list.setShown(true);
    await clock.pass(29_000);
    expect(times).to.deep.equal([]);
  });

  it('waits longer and longer after failures, and as before after a success', async () => {
    const { clock, add } = setUp();
    let fails = true;
    const { times } = add(() => (fails ? Promise.reject(tooMany()) : Promise.resolve()));
    await clock.pass(30_000 + 60_000 + 120_000);
    expect(times).to.deep.equal([30_000, 90_000, 210_000]);
    await clock.pass(3_600_000);
    const gaps = times.slice(1).map((time, index) => time - times[index]!);
    expect(Math.max(...gaps)).to.equal(600_000);
    fails = false;
    await clock.pass(600_000);
    const before = times.length;
    await clock.pass(60_000);
    expect(times.length).to.be.within(before + 1, before + 2);
  });

  it('waits as long as the service asks, also when it is seen again meanwhile', async () => {
    const { clock, add } = setUp();
    const { list, times } = add(() => Promise.reject(tooMany(900_000)));
    await clock.pass(30_000);
    expect(times.length).to.equal(1);
    list.setShown(false);
    list.setShown(true);
    await clock.pass(899_000);
    expect(times.length).to.equal(1);
    await clock.pass(1000);
    expect(times.length).to.equal(2);
  });

  it('does not count a refresh as failed that a newer load has ended', async () => {
    const { clock, add } = setUp();
    const aborted = new FfcError({ reason: 'aborted', stage: 'api', message: 'Newer.' });
    const { times } = add(() => Promise.reject(aborted));
    await clock.pass(90_000);
    expect(times).to.deep.equal([30_000, 60_000, 90_000]);
  });

  it('never refreshes a list twice at a time', async () => {
    const { clock, add } = setUp();
    let finish: () => void = () => {};
    const { list, times } = add(() => new Promise<void>((resolve) => (finish = resolve)));
    await clock.pass(30_000);
    list.setShown(false);
    list.setShown(true);
    await clock.pass(300_000);
    expect(times.length).to.equal(1);
    finish();
    await nextMacrotask();
    await clock.pass(30_000);
    expect(times.length).to.equal(2);
  });

  it('forgets a list that has ended', async () => {
    const { clock, add } = setUp();
    const { times, end } = add();
    end();
    expect(clock.timer).to.equal(undefined);
    await clock.pass(600_000);
    expect(times).to.deep.equal([]);
  });
});
