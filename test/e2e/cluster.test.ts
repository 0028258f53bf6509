import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { MediaNode } from '../../sandbox/livekit/media-server.js';
import type { Sandbox } from '../../sandbox/start.js';
import { findRedis } from '../../scripts/find-redis.js';
import type { Person } from './people.js';
import { startWithBuiltPage } from './start.js';
import { Suite } from './suite.js';

describe('a call on two LiveKit servers', () => {
  const suite = new Suite(async () => {
    await findRedis();
    return startWithBuiltPage({ cluster: true });
  });
  let sandbox: Sandbox;
  let mina: Person;
  let jun: Person;

  before(async () => {
    ({ sandbox } = suite);
    ({ mina, jun } = await suite.call('Two houses'));
  });

  const nodes = (): MediaNode[] => [...(sandbox.livekit.nodes?.values() ?? [])];

  it('connects people whose signalling goes to different servers', async () => {
    assert.deepEqual(
      nodes().map(({ calls }) => calls),
      [1, 1],
    );
    assert.equal(await holderOf(mina), await holderOf(jun));
    await Promise.all([mina.sees('jun'), jun.sees('mina')]);
  });

  it('goes on through the other server when the one with the room is killed', async (test) => {
    const holder = sandbox.livekit.nodes?.get(await holderOf(mina));
    assert.ok(holder);
    const others = nodes().filter((node) => node !== holder);
    const start = Date.now();
    await holder.kill();
    const again = async (person: Person, other: string): Promise<string> => {
      await person.event({ type: 'ffc-state-change', state: 'reconnecting' });
      await person.state('connected', 60_000);
      await person.sees(other, 3);
      return ((Date.now() - start) / 1000).toFixed(1);
    };
    const [first, second] = await Promise.all([again(mina, 'jun'), again(jun, 'mina')]);
    test.diagnostic(`pictures move again after ${first} s for Mina, ${second} s for Jun`);
    assert.deepEqual(
      others.map(({ calls }) => calls),
      [2],
    );
    assert.deepEqual([mina.complaints, jun.complaints], [[], []]);
  });

  it('uses the killed server again after its restart', async () => {
    const dead = nodes().find(({ calls }) => calls === 0);
    await dead?.restart();
    await mina.leave();
    await mina.rejoin();
    await jun.state('connected');
    await Promise.all([mina.sees('jun'), jun.sees('mina')]);
  });

  it('makes no difference to the two instances of the backend', async () => {
    const tokens = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const { status } = await fetch(`${sandbox.url}ffc/token?user=sara`, { method: 'POST' });
        return status;
      }),
    );
    assert.deepEqual(tokens, [200, 200, 200, 200]);
    const logs = await Promise.all(
      Array.from({ length: 2 }, async () => {
        const answer = await fetch(`${sandbox.url}ffc/webhook-log?user=sara`);
        return ((await answer.json()) as { id: string }[]).map(({ id }) => id).sort();
      }),
    );
    assert.ok(logs[0]?.length);
    assert.deepEqual(logs[0], logs[1]);
  });
});

/** Returns the region of the LiveKit server that hosts the room of this call. */
async function holderOf(person: Person): Promise<string> {
  return person.room.evaluate((element) => {
    const { room } = element as unknown as { room: { serverInfo?: { region?: string } } };
    return room.serverInfo?.region ?? '';
  });
}
