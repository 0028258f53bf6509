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
/** Much longer than an `onEvent` takes, so that only a killed instance loses a claim. */
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

/** Every fifth event is late. Every third event is sent twice, either at once or later. */
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
 * The tests kill one of two instances behind one port, which share a real Redis, while the service
 * sends. They assert what the kit promises:
 *
 * - Every event reaches `onEvent` until that succeeds: at least once.
 * - A successful event is marked as handled (`done`) before its sender gets an answer. A marked
 *   event never reaches `onEvent` again, neither as a copy nor in another instance.
 * - An event that the killed instance had claimed but not marked runs again in the other instance
 *   when the lease ends. It may then succeed twice: only the killed instance knew of the first
 *   success, so exactly once is impossible. The number of these events is at most the number that
 *   the killed instance had in flight. No other event runs twice.
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

  it('handle every event and repeat no marked one, even if one instance is killed', async (t) => {
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

    // An event that ran once has exactly these steps.
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

    // Both instances handled events. Only a dead instance or a claim stopped the sender.
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

/** Returns the steps of each event, in order. */
function livesOf(steps: readonly Step[]): Map<string, string> {
  const lives = new Map<string, string>();
  for (const { event: id, step, instance } of steps) {
    const before = lives.get(id);
    lives.set(id, `${before ? `${before}, ` : ''}${`${step} ${instance}`.trim()}`);
  }
  return lives;
}
