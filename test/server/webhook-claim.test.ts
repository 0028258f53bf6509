import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, it, type TestContext } from 'node:test';
import {
  createMemorySeen,
  createRedisSeen,
  type SeenStore,
  type WebhookReceiverOptions,
} from '../../src/server/index.js';
import { createFakeRedis } from './support/fake-redis.js';
import { createGate } from './support/gate.js';
import { createTestReceiver, deliver } from './support/webhooks.js';

const leaseMs = 300;
const timeoutMs = 3000;

/** Stops the clock. The returned function advances it by thirds of a lease. */
function stopTheClock({ mock: { timers } }: TestContext) {
  timers.enable({ apis: ['setTimeout', 'setInterval', 'Date'] });
  return async (thirds: number): Promise<void> => {
    for (let n = 0; n < thirds; n++) {
      timers.tick(leaseMs / 3);
      await turn();
    }
  };
}

/** A receiver whose `onEvent` the test controls. */
function createSlowReceiver(options: Partial<WebhookReceiverOptions> = {}) {
  const begun = createGate();
  const gate = createGate();
  const signals: AbortSignal[] = [];
  const receiver = createTestReceiver({
    seen: createMemorySeen({ leaseMs }),
    timeoutMs,
    onEvent: (_event, { signal }) => {
      signals.push(signal);
      begun.open();
      return gate.opened;
    },
    ...options,
  });
  return { ...receiver, gate, begun: begun.opened, signals };
}

const notHandled = [500, 'EVENT_NOT_HANDLED'];

const stores: Record<string, () => SeenStore> = {
  memory: () => createMemorySeen({ leaseMs }),
  Redis: () => createRedisSeen(createFakeRedis(Date.now), { leaseMs }),
};
for (const [name, createSeen] of Object.entries(stores)) {
  describe(`a claim in ${name}`, () => {
    it('holds for as long as onEvent takes, and not longer', async (test) => {
      const pass = stopTheClock(test);
      const { statusOf, gate, begun, signals, errors } = createSlowReceiver({ seen: createSeen() });
      const first = statusOf(deliver());
      await begun;
      for (let n = 0; n < 6; n++) {
        await pass(4);
        assert.equal(await statusOf(deliver()), 503);
      }
      gate.open();
      assert.equal(await first, 204);
      assert.equal(await statusOf(deliver()), 204);
      await pass(100);
      assert.deepEqual([signals.length, signals[0]?.aborted, errors], [1, false, []]);
    });

    it('is over when onEvent hangs for longer than it may, and the lease has ended', async (test) => {
      const pass = stopTheClock(test);
      const begun = createGate();
      const signals: AbortSignal[] = [];
      const { refusalOf, statusOf, errors } = createSlowReceiver({
        seen: createSeen(),
        onEvent: (_event, { signal }) => {
          begun.open();
          return signals.push(signal) === 1 ? new Promise(() => {}) : undefined;
        },
      });
      const first = refusalOf(deliver());
      await begun.opened;
      await pass(29);
      assert.equal(signals[0]?.aborted, false);
      await pass(1);
      assert.deepEqual(await first, notHandled);
      assert.deepEqual(errors, [signals[0]?.reason]);
      assert.equal((errors[0] as DOMException).name, 'TimeoutError');
      assert.equal(await statusOf(deliver()), 503);
      await pass(3);
      assert.equal(await statusOf(deliver()), 204);
      assert.equal(signals.length, 2);
    });
  });
}

describe('an onEvent that takes longer than it may', () => {
  it('is believed when it succeeds all the same', async (test) => {
    const pass = stopTheClock(test);
    const { refusalOf, statusOf, gate, begun, signals } = createSlowReceiver();
    const first = refusalOf(deliver());
    await begun;
    await pass(30);
    assert.deepEqual(await first, notHandled);
    gate.open();
    await turn();
    assert.equal(await statusOf(deliver()), 204);
    assert.equal(signals.length, 1);
  });

  it('lets the next delivery try at once when it stops on the signal, and is reported once', async (test) => {
    const pass = stopTheClock(test);
    const begun = createGate();
    let runs = 0;
    const { refusalOf, statusOf, errors } = createSlowReceiver({
      onEvent: async (_event, { signal }) => {
        begun.open();
        if (runs++ > 0) return;
        await new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as DOMException));
        });
      },
    });
    const first = refusalOf(deliver());
    await begun.opened;
    await pass(30);
    assert.deepEqual(await first, notHandled);
    assert.equal(await statusOf(deliver()), 204);
    assert.deepEqual([runs, errors.length], [2, 1]);
  });

  it('has no limit when it was given none', async (test) => {
    const pass = stopTheClock(test);
    const { statusOf, gate, begun } = createSlowReceiver({ timeoutMs: Infinity });
    const first = statusOf(deliver());
    await begun;
    await pass(1000);
    gate.open();
    assert.equal(await first, 204);
  });
});

describe('a claim that could not be renewed', () => {
  it('has onEvent told when it was lost', async (test) => {
    const pass = stopTheClock(test);
    const seen: SeenStore = {
      ...createMemorySeen({ leaseMs }),
      renew: () => Promise.resolve(false),
    };
    const { refusalOf, begun, signals, errors } = createSlowReceiver({ seen });
    const first = refusalOf(deliver());
    await begun;
    await pass(1);
    assert.deepEqual(await first, notHandled);
    assert.equal(signals[0]?.aborted, true);
    assert.deepEqual(errors, [signals[0].reason]);
  });

  it('is tried again after an outage of the store, which is reported to the backend', async (test) => {
    const pass = stopTheClock(test);
    const memory = createMemorySeen({ leaseMs });
    let failures = 0;
    const seen: SeenStore = {
      ...memory,
      renew: (id, token) =>
        failures++ ? memory.renew(id, token) : Promise.reject(new Error('redis is away')),
    };
    const { statusOf, gate, begun, signals, errors } = createSlowReceiver({ seen });
    const first = statusOf(deliver());
    await begun;
    await pass(12);
    assert.equal(await statusOf(deliver()), 503);
    gate.open();
    assert.equal(await first, 204);
    assert.deepEqual([errors.length, signals[0]?.aborted], [1, false]);
  });
});

describe('the timers of a claim', () => {
  const timers = (): number =>
    process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;

  const ends: [name: string, options: Partial<WebhookReceiverOptions>, status: number][] = [
    ['has succeeded', { onEvent: () => {} }, 204],
    ['has failed', { onEvent: () => Promise.reject(new Error('database')) }, 500],
    ['has thrown', { onEvent: () => assert.fail() }, 500],
    ['takes too long', { timeoutMs: 1 }, 500],
  ];
  for (const [name, options, status] of ends) {
    it(`are gone when onEvent ${name}`, async () => {
      const before = timers();
      const { statusOf } = createSlowReceiver(options);
      assert.equal(await statusOf(deliver()), status);
      assert.equal(timers(), before);
    });
  }

  it('are there while it runs', async () => {
    const before = timers();
    const { statusOf, gate, begun } = createSlowReceiver();
    const answer = statusOf(deliver());
    await begun;
    assert.equal(timers(), before + 2);
    gate.open();
    await answer;
    assert.equal(timers(), before);
  });
});
