import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMemorySeen, createRedisSeen } from '../../src/server/index.js';
import { failsWith } from './support/backend.js';
import { createFakeRedis } from './support/fake-redis.js';
import { createGate } from './support/gate.js';
import { createTestReceiver, deliver, joined } from './support/webhooks.js';

describe('the webhook receiver', () => {
  it('types the payloads that are published', async () => {
    const { statusOf, events } = createTestReceiver();
    assert.equal(await statusOf(deliver()), 204);
    const { joinedAt, ...left } = { ...joined.data, leftAt: joined.data.joinedAt };
    assert.ok(joinedAt);
    await statusOf(deliver({ ...joined, id: 2, type: 'VIDEO_ROOM_PARTICIPANT_LEFT', data: left }));
    const { videoRoom } = joined.data;
    await statusOf(
      deliver({ ...joined, id: 3, type: 'VIDEO_ROOM_EGRESS_ENDED', data: { videoRoom } }),
    );
    const told = events.map((event) => {
      switch (event.type) {
        case 'VIDEO_ROOM_PARTICIPANT_JOINED':
          return [event.id, event.data.appUser.appUserId, event.data.joinedAt];
        case 'VIDEO_ROOM_PARTICIPANT_LEFT':
          return [event.id, event.data.appUser.appUserName, event.data.leftAt];
        case 'VIDEO_ROOM_EGRESS_ENDED':
          return [event.id, event.data.videoRoom.id, event.data.videoRoom.title];
        default:
          return event.data;
      }
    });
    assert.deepEqual(told, [
      ['event1', 'mina', joined.data.joinedAt],
      ['2', 'Mina', joined.data.joinedAt],
      ['3', 7, undefined],
    ]);
  });

  it('passes unpublished fields on unchanged', async () => {
    const { statusOf, events } = createTestReceiver();
    const data = { member: { any: ['thing'] } };
    for (const type of ['MEMBER_CREATED', 'SOMETHING_NEW']) {
      assert.equal(await statusOf(deliver({ id: type, type, data })), 204);
    }
    assert.deepEqual(
      events.map(({ type, data }) => ({ type, data })),
      [
        { type: 'MEMBER_CREATED', data },
        { type: 'SOMETHING_NEW', data },
      ],
    );
  });

  it('passes the whole envelope on, with the fields of later versions', async () => {
    const { statusOf, events } = createTestReceiver();
    const app = { ...joined.app, defaultRtmpOutputMode: 'RTMP_CMAF', plan: { name: 'x' } };
    assert.equal(await statusOf(deliver({ ...joined, app, version: 2 })), 204);
    const [event] = events;
    assert.deepEqual({ ...event, data: null }, { ...joined, app, version: 2, data: null });
    assert.equal(event?.app?.defaultRtmpOutputMode, 'RTMP_CMAF');
    assert.equal(event.app.state, 'ACTIVE');
  });

  it('passes a later version’s fields of a payload on, beside the typed ones', async () => {
    const { statusOf, events } = createTestReceiver();
    const { videoRoom, appUser, joinedAt } = joined.data;
    const data = {
      videoRoom: { ...videoRoom, playUrl: 'https://play.test' },
      appUser: { ...appUser, device: { kind: 'phone' } },
      joinedAt,
      reason: 'INVITED',
    };
    assert.equal(await statusOf(deliver({ ...joined, data })), 204);
    assert.equal(
      await statusOf(
        deliver({ id: 2, type: 'VIDEO_ROOM_EGRESS_ENDED', data: { videoRoom, files: ['a.mp4'] } }),
      ),
      204,
    );
    const told = events.map(({ data }) => JSON.parse(JSON.stringify(data)) as unknown);
    const noNull = (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value, (_key, value: unknown) => value ?? undefined));
    assert.deepEqual(told, [noNull(data), noNull({ videoRoom, files: ['a.mp4'] })]);
  });

  for (const app of [undefined, null, 'app', [], { id: 'x' }, { id: 1, name: 7 }]) {
    it(`takes an event of the app ${JSON.stringify(app)}`, async () => {
      const { statusOf, events } = createTestReceiver();
      assert.equal(await statusOf(deliver({ ...joined, app })), 204);
      assert.equal(events[0]?.app?.name, undefined);
    });
  }

  it('ignores an event that was handled before', async () => {
    const { statusOf, events } = createTestReceiver();
    assert.deepEqual([await statusOf(deliver()), await statusOf(deliver())], [204, 204]);
    assert.equal(events.length, 1);
  });

  it('answers only when the event was handled, and has a copy that comes meanwhile retried', async () => {
    const gate = createGate();
    const begun = createGate();
    let runs = 0;
    const { receive, statusOf } = createTestReceiver({
      onEvent: () => {
        runs++;
        begun.open();
        return gate.opened;
      },
    });
    let answered = false;
    const first = statusOf(deliver()).finally(() => (answered = true));
    await begun.opened;
    const copy = await receive(deliver());
    assert.deepEqual([copy.status, copy.headers.get('retry-after')], [503, '5']);
    assert.equal(answered, false);
    gate.open();
    assert.equal(await first, 204);
    assert.equal(await statusOf(deliver()), 204);
    assert.equal(runs, 1);
  });

  it('answers a failed event so that it is sent again, and then handles it', async () => {
    let runs = 0;
    const { refusalOf, errors } = createTestReceiver({
      onEvent: () => (runs++ ? Promise.resolve() : Promise.reject(new Error('database'))),
    });
    assert.deepEqual(await refusalOf(deliver()), [500, 'EVENT_NOT_HANDLED']);
    assert.deepEqual(await refusalOf(deliver()), [204, undefined]);
    assert.deepEqual([runs, errors.length], [2, 1]);
  });

  it('handles every event once in two instances with one store, even if one fails', async () => {
    const redis = createFakeRedis(() => 0);
    const successes = new Map<string, number>();
    const failed = new Set<string>();
    const instance = () =>
      createTestReceiver({
        seen: createRedisSeen(redis),
        onEvent: async ({ id }) => {
          await Promise.resolve();
          if (Number(id) % 5 === 0 && !failed.has(id)) {
            failed.add(id);
            throw new Error('the first time');
          }
          successes.set(id, (successes.get(id) ?? 0) + 1);
        },
      });
    const instances = [instance(), instance()];
    const send = async (id: number, from: number): Promise<void> => {
      for (let n = from; ; n++) {
        const status = await instances[n % 2]!.statusOf(deliver({ ...joined, id }));
        if (status === 204) return;
      }
    };
    const ids = Array.from({ length: 300 }, (_, n) => n);
    const twice = ids.filter((id) => id % 3 === 0);
    await Promise.all([...ids.map((id) => send(id, 0)), ...twice.map((id) => send(id, 1))]);
    assert.deepEqual([successes.size, Math.max(...successes.values())], [ids.length, 1]);
  });

  it('takes over from an instance that died, when its lease ends', async () => {
    let time = 0;
    const seen = createMemorySeen({ leaseMs: 100, now: () => time });
    await seen.claim('event1', 'dead');
    const { statusOf, events } = createTestReceiver({ seen });
    assert.equal(await statusOf(deliver()), 503);
    time = 100;
    assert.equal(await statusOf(deliver()), 204);
    assert.equal(events.length, 1);
  });

  it('handles nothing that the store cannot tell to be new', async () => {
    const down = (): Promise<never> => Promise.reject(new Error('redis is down'));
    const seen = { leaseMs: 100, claim: down, renew: down, done: down, release: down };
    const { refusalOf, events, errors } = createTestReceiver({ seen });
    assert.deepEqual(await refusalOf(deliver()), [503, 'EVENT_STORE_FAILED']);
    assert.deepEqual([events.length, errors.length], [0, 1]);
  });

  it('does not have a handled event sent again because the store is gone by then', async () => {
    const down = (): Promise<never> => Promise.reject(new Error('redis is down'));
    const { statusOf, events, errors } = createTestReceiver({
      seen: { ...createMemorySeen(), done: down },
    });
    assert.equal(await statusOf(deliver()), 204);
    assert.deepEqual([events.length, errors.length], [1, 1]);
  });

  it('treats a store that throws like one that rejects', async () => {
    const gone = (): never => {
      throw new Error('the store is closed');
    };
    const closed = createTestReceiver({ seen: { ...createMemorySeen(), claim: gone } });
    assert.deepEqual(await closed.refusalOf(deliver()), [503, 'EVENT_STORE_FAILED']);
    for (const onEvent of [() => {}, () => Promise.resolve()]) {
      const done = createTestReceiver({ seen: { ...createMemorySeen(), done: gone }, onEvent });
      assert.equal(await done.statusOf(deliver()), 204);
      assert.equal(done.errors.length, 1);
    }
    const failed = createTestReceiver({
      seen: { ...createMemorySeen(), release: gone },
      onEvent: () => Promise.reject(new Error('database')),
    });
    assert.deepEqual(await failed.refusalOf(deliver()), [500, 'EVENT_NOT_HANDLED']);
    assert.equal(failed.errors.length, 2);
  });

  it('is not made without credentials', () => {
    for (const wrong of [
      { password: '' },
      { password: 'hunter2\n' },
      { id: undefined },
      { id: ' hook' },
      { id: 'a:b' },
    ]) {
      assert.throws(
        () => createTestReceiver(wrong),
        failsWith({ reason: 'missing-credentials', stage: 'setup' }),
      );
    }
  });
});
