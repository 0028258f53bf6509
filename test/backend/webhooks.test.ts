import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { RedisServer } from '../../sandbox/redis-server.js';
import { startRedis } from '../support/redis.js';
import { startBalancer } from './support/balancer.js';
import { credentials, startInstance, type Instance } from './support/instances.js';
import { startJournal, type Step } from './support/journal.js';
import { send, sendAll } from './support/sender.js';

const eventCount = 10_000;
const concurrency = 32;
/** Long for an `onEvent` of milliseconds, so that only death ends a claim before its time. */
const leaseMs = 8000;

const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;
const right = basic(`${credentials.id}:${credentials.password}`);

const event = (n: number) => ({
  id: `event-${n}`,
  type: n % 2 ? 'VIDEO_ROOM_PARTICIPANT_LEFT' : 'VIDEO_ROOM_PARTICIPANT_JOINED',
  createdAt: new Date(1_767_225_600_000 + n).toISOString(),
  data: {
    videoRoom: { id: 1 + (n % 50), videoRoomState: 'LIVE', title: null },
    appUser: { appUserId: `user${n >> 1}`, customData: null },
  },
});

/** Every fifth is late, and every third is sent twice: at once, or later. */
function createDeliveries(): object[] {
  const all = Array.from({ length: eventCount }, (_, n) => n);
  const some = (n: number, most: number): number => (n * 7919) % most;
  return [
    ...all.map((n) => ({ n, at: n + (n % 5 ? 0 : some(n, 100)) })),
    ...all.filter((n) => n % 3 === 0).map((n) => ({ n, at: n + (n % 2 ? 0 : some(n, 2000)) })),
  ]
    .sort((a, b) => a.at - b.at)
    .map(({ n }) => event(n));
}

/**
 * Two instances of a backend behind one port, with a real Redis, of which one is killed while
 * the service sends. What the kit promises, and what is asserted here:
 *
 * - Every event reaches `onEvent` until that succeeds: at least once.
 * - An event that succeeded and was marked as handled (`done`), which is before its sender hears
 *   of it, never reaches `onEvent` again: not by a copy, and not by another instance.
 * - What the killed instance had claimed and not marked runs again, in the other one, when the
 *   lease is over. Had its `onEvent` succeeded by then, it succeeds twice: nobody is left who
 *   could know of the success, so that exactly once is not to be had. These are at most as many
 *   as that instance had in flight, and no other event ever runs twice.
 */
describe('two instances of a backend behind one port', { timeout: 180_000 }, () => {
  let redis: RedisServer;
  let instances: readonly [Instance, Instance];
  let url: string;
  let journal: Awaited<ReturnType<typeof startJournal>>;
  const ending: (() => void | Promise<void>)[] = [];

  before(async () => {
    redis = await startRedis();
    ending.push(redis.stop);
    journal = await startJournal(redis.port);
    ending.push(journal.stop);
    const start = async (name: string): Promise<Instance> => {
      const args = [name, String(redis.port), String(leaseMs)];
      const instance = await startInstance(name, './instance.ts', args);
      ending.push(instance.kill);
      return instance;
    };
    instances = await Promise.all([start('mortal'), start('survivor')]);
    const balancer = await startBalancer(instances.map(({ port }) => port));
    ending.push(balancer.stop);
    url = `${balancer.url}/ffc/webhooks`;
  });

  after(async () => {
    for (const end of ending.reverse()) await end();
  });

  it('refuse wrong credentials, and do nothing', async () => {
    for (const wrong of ['hook:another', 'another:a password', 'hook:', '']) {
      assert.equal(await send(url, basic(wrong), event(0)), 401);
    }
    assert.deepEqual(await journal.read(), []);
  });

  it('handle every event, and none again that was marked, though one is killed', async (t) => {
    const [mortal] = instances;
    let killing: ReturnType<Instance['killInTheMiddle']> | undefined;
    const deliveries = createDeliveries();
    const statuses = await sendAll(deliveries, {
      url,
      authorization: right,
      concurrency,
      onArrived: (count) => {
        if (count >= deliveries.length / 2) killing ??= mortal.killInTheMiddle();
      },
    });
    const stuck = await killing!;
    const lives = livesOf(await journal.read());

    const unhandled = [...Array(eventCount).keys()]
      .map((n) => `event-${n}`)
      .filter((id) => !lives.get(id)?.includes('done'));
    assert.deepEqual(unhandled, []);
    assert.equal(lives.size, eventCount);

    // Of an event that ran once, this is the only life that there is.
    const lifeOnce = (name: string): string => `begun ${name}, succeeded ${name}, done`;
    const once = (life: string): boolean =>
      life === lifeOnce('mortal') || life === lifeOnce('survivor');
    const again = [...lives].filter(([, life]) => !once(life));
    const cutShort = `begun mortal, ${lifeOnce('survivor')}`;
    const unmarked = `begun mortal, succeeded mortal, ${lifeOnce('survivor')}`;
    for (const [id, life] of again) {
      assert.ok(life === cutShort || life === unmarked, `${id}: ${life}`);
    }
    assert.ok(again.length <= concurrency, `${again.length} ran twice`);

    assert.equal(stuck.length, 4);
    for (const { id, at } of stuck) {
      assert.equal(lives.get(id), at === 'success' ? cutShort : unmarked);
    }

    // Both had their part; and what the sender met was a dead instance or a claim, nothing else.
    const count = (wanted: string): number =>
      [...lives.values()].filter((life) => life === wanted).length;
    assert.ok(count(lifeOnce('mortal')) > eventCount / 10);
    assert.ok(count(lifeOnce('survivor')) > eventCount / 10);
    assert.equal(statuses.get(204), deliveries.length);
    assert.deepEqual([...statuses.keys()].sort(), [0, 204, 503]);

    t.diagnostic(
      `${deliveries.length} deliveries; met no answer ${statuses.get(0)} times and a claim ` +
        `${statuses.get(503)} times; ${again.length} events ran twice, ` +
        `${count(unmarked)} of them with success twice`,
    );
  });
});

/** All that happened to each event, in order. */
function livesOf(steps: readonly Step[]): Map<string, string> {
  const lives = new Map<string, string>();
  for (const { event: id, step, instance } of steps) {
    const before = lives.get(id);
    lives.set(id, `${before ? `${before}, ` : ''}${`${step} ${instance}`.trim()}`);
  }
  return lives;
}
