import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMemorySeen, createRedisSeen } from '../../src/server/index.js';
import { createFakeRedis } from './support/fake-redis.js';

const stores = {
  memory: (now: () => number) => createMemorySeen({ leaseMs: 100, keepMs: 1000, now }),
  Redis: (now: () => number) =>
    createRedisSeen(createFakeRedis(now), { leaseMs: 100, keepMs: 1000 }),
};

for (const [name, create] of Object.entries(stores)) {
  describe(`the ${name} store of seen events`, () => {
    it('lets one of many in, and nobody once the event was handled', async () => {
      const seen = create(() => 0);
      const claims = await Promise.all(['a', 'b', 'c'].map((token) => seen.claim('1', token)));
      assert.deepEqual(claims, ['claimed', 'busy', 'busy']);
      await seen.done('1', 'a');
      assert.equal(await seen.claim('1', 'd'), 'done');
      assert.equal(await seen.claim('2', 'd'), 'claimed');
    });

    it('lets the next one in when a claim was given back', async () => {
      const seen = create(() => 0);
      await seen.claim('1', 'a');
      await seen.release('1', 'a');
      assert.equal(await seen.claim('1', 'b'), 'claimed');
    });

    it('ends the claim of an instance that died', async () => {
      let time = 0;
      const seen = create(() => time);
      await seen.claim('1', 'dead');
      time = 99;
      assert.equal(await seen.claim('1', 'b'), 'busy');
      time = 100;
      assert.equal(await seen.claim('1', 'b'), 'claimed');
    });

    it('keeps a claim for as long as it is renewed', async () => {
      let time = 0;
      const seen = create(() => time);
      await seen.claim('1', 'a');
      for (time = 99; time < 1000; time += 99) assert.equal(await seen.renew('1', 'a'), true);
      assert.equal(await seen.claim('1', 'b'), 'busy');
      time += 100;
      assert.equal(await seen.claim('1', 'b'), 'claimed');
    });

    it('renews no claim that is over, was never made, or is somebody else’s', async () => {
      let time = 0;
      const seen = create(() => time);
      assert.equal(await seen.renew('1', 'a'), false);
      await seen.claim('1', 'a');
      time = 100;
      assert.equal(await seen.renew('1', 'a'), false);
      await seen.claim('1', 'b');
      assert.equal(await seen.renew('1', 'a'), false);
      time = 200;
      assert.equal(await seen.claim('1', 'c'), 'claimed');
      await seen.done('1', 'c');
      assert.equal(await seen.renew('1', 'c'), false);
      assert.equal(await seen.claim('1', 'd'), 'done');
    });

    it('keeps a claim that the holder of an ended one gives back', async () => {
      let time = 0;
      const seen = create(() => time);
      await seen.claim('1', 'slow');
      time = 100;
      await seen.claim('1', 'b');
      await seen.release('1', 'slow');
      assert.equal(await seen.claim('1', 'c'), 'busy');
    });

    it('believes a slow holder that it handled the event', async () => {
      let time = 0;
      const seen = create(() => time);
      await seen.claim('1', 'slow');
      time = 100;
      await seen.claim('1', 'b');
      await seen.done('1', 'slow');
      await seen.release('1', 'b');
      assert.equal(await seen.claim('1', 'c'), 'done');
    });

    it('forgets handled events in the end', async () => {
      let time = 0;
      const seen = create(() => time);
      await seen.claim('1', 'a');
      await seen.done('1', 'a');
      time = 1000;
      assert.equal(await seen.claim('1', 'b'), 'claimed');
    });
  });
}

it('the memory store forgets the oldest handled events beyond its bound', async () => {
  const seen = createMemorySeen({ maxEvents: 2 });
  for (const id of ['1', '2', '3']) {
    await seen.claim(id, 'a');
    await seen.done(id, 'a');
  }
  const states = [];
  for (const id of ['2', '3', '1']) states.push(await seen.claim(id, 'b'));
  assert.deepEqual(states, ['done', 'done', 'claimed']);
});

it('the memory store remembers an event for as long again that was handled once more', async () => {
  let time = 0;
  const seen = createMemorySeen({ keepMs: 100, now: () => time });
  await seen.done('1', 'a');
  time = 60;
  await seen.done('1', 'b');
  time = 100;
  assert.equal(await seen.claim('1', 'c'), 'done');
  time = 160;
  assert.equal(await seen.claim('1', 'd'), 'claimed');
});

it('a store refuses times in which no claim would hold', () => {
  for (const time of [Number.NaN, -1, 0]) {
    for (const times of [{ leaseMs: time }, { keepMs: time }]) {
      const refused = { reason: 'invalid-request', stage: 'setup' };
      assert.throws(() => createMemorySeen(times), refused);
      assert.throws(() => createRedisSeen(createFakeRedis(Date.now), times), refused);
    }
  }
});
