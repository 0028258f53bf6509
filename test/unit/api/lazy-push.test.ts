import { expect } from '@open-wc/testing';
import { httpSettings } from '../../../src/api/http.js';
import { LazyPushStream } from '../../../src/api/lazy-push.js';
import type { PushStream } from '../../../src/api/push.js';
import { HeldClock } from './push-support.js';

/** A stream whose code fails to load some times. It emits `open` to each subscriber. */
class FailingStream extends LazyPushStream {
  readonly clock: HeldClock;
  loads = 0;
  readonly #failures: number;

  constructor(failures: number, clock = new HeldClock()) {
    const authorization = { renewable: false, authorize: () => Promise.resolve({ header: '' }) };
    super({ baseUrl: 'https://api.test', authorization }, httpSettings({ clock }));
    this.clock = clock;
    this.#failures = failures;
  }

  protected override load(): Promise<PushStream> {
    if (++this.loads <= this.#failures) return Promise.reject(new TypeError('Failed to fetch'));
    return Promise.resolve({
      subscribe: (handler) => handler({ type: 'open' }),
      resume: () => {},
      restart: () => {},
    });
  }
}

describe('the event stream whose code could not be loaded', () => {
  it('reaches all who have subscribed once its code loads', async () => {
    const stream = new FailingStream(1);
    const { signal } = new AbortController();
    const opened = [1, 2].map(
      () => new Promise((resolve) => stream.subscribe(resolve, { signal })),
    );
    await stream.clock.pass();
    await stream.clock.pass();
    await Promise.all(opened);
    expect(stream.loads, 'one for both').to.equal(2);
  });

  it('is not requested again for those who have gone', async () => {
    const stream = new FailingStream(9);
    const abort = new AbortController();
    stream.subscribe(() => {}, abort);
    await stream.clock.pass();
    abort.abort();
    expect(stream.clock.running).to.equal(0);
  });
});
