import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Redis } from 'ioredis';
import { createClient } from 'redis';
import { createRedisSeen, type SeenStore } from '../../src/server/index.js';
import { createGate } from '../server/support/gate.js';
import { createTestReceiver, deliver } from '../server/support/webhooks.js';
import type { RedisServer } from '../../sandbox/redis-server.js';
import { startRedis } from '../support/redis.js';

interface RedisConnection {
  readonly seen: (leaseMs: number) => SeenStore;
  readonly close: () => void;
}

/** The Redis clients that a backend may use, each created as its documentation shows. */
const clients: Record<string, (url: string) => Promise<RedisConnection>> = {
  async 'node-redis'(url) {
    const redis = await createClient({ url }).connect();
    return {
      seen: (leaseMs) => createRedisSeen(redis, { leaseMs }),
      close: () => redis.destroy(),
    };
  },
  ioredis(url) {
    const redis = new Redis(url);
    return Promise.resolve({
      seen: (leaseMs) => createRedisSeen(redis, { leaseMs }),
      close: () => redis.disconnect(),
    });
  },
  async 'a function'(url) {
    const redis = await createClient({ url }).connect();
    return {
      seen: (leaseMs) => createRedisSeen((args) => redis.sendCommand(args), { leaseMs }),
      close: () => redis.destroy(),
    };
  },
};

for (const [name, connect] of Object.entries(clients))
  describe(`a claim in a real Redis, by ${name},`, { timeout: 30_000 }, () => {
    let server: RedisServer;
    let connection: RedisConnection;
    let redis: ReturnType<typeof createClient>;
    const store = (leaseMs: number): SeenStore => connection.seen(leaseMs);

    before(async () => {
      server = await startRedis();
      const url = `redis://127.0.0.1:${server.port}`;
      connection = await connect(url);
      redis = createClient({ url });
      await redis.connect();
    });

    after(async () => {
      connection.close();
      redis.destroy();
      await server.stop();
    });

    it('is renewed while onEvent runs, so that no other instance begins', async () => {
      const renewed = createGate();
      const gate = createGate();
      const seen = store(150);
      let renewals = 0;
      let runs = 0;
      const instance = () =>
        createTestReceiver({
          seen: {
            ...seen,
            renew: async (id, token) => {
              const held = await seen.renew(id, token);
              // Nine renewals take three leases. A claim without them ends after one.
              if (held && ++renewals === 9) renewed.open();
              return held;
            },
          },
          onEvent: () => {
            runs++;
            return gate.opened;
          },
        });
      const one = instance();
      const other = instance();
      const first = one.statusOf(deliver());
      await renewed.opened;
      assert.equal(await other.statusOf(deliver()), 503);
      gate.open();
      assert.equal(await first, 204);
      assert.equal(await other.statusOf(deliver()), 204);
      assert.equal(runs, 1);
      assert.deepEqual([...one.errors, ...other.errors], []);
    });

    it('is renewed only by its holder, and not when it is over or done', async () => {
      const long = store(10_000);
      assert.equal(await long.claim('a', 'one'), 'claimed');
      assert.equal(await long.renew('a', 'one'), true);
      assert.equal(await long.renew('a', 'other'), false);
      await long.done('a', 'one');
      assert.equal(await long.renew('a', 'one'), false);
      assert.equal(await long.claim('a', 'other'), 'done');

      assert.equal(await store(1).claim('b', 'dead'), 'claimed');
      while ((await long.claim('b', 'other')) === 'busy');
      assert.equal(await long.renew('b', 'dead'), false);
      await long.release('b', 'dead');
      assert.equal(await long.renew('b', 'other'), true);
    });

    it('lasts for a whole lease from its renewal', async () => {
      assert.equal(await store(5000).claim('c', 'one'), 'claimed');
      assert.equal(await store(60_000).renew('c', 'one'), true);
      assert.ok((await redis.pTTL('ffc:webhook:c')) > 50_000);
    });
  });
