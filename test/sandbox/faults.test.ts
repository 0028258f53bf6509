import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { SignalPath } from '../../sandbox/service/media.js';
import { createTestService, liveKitMedia, rooms } from './support/service.js';
import { createTestClock, settled } from './support/test-clock.js';

const me = '/v2/members/me';

async function setUp(test: TestContext) {
  const time = createTestClock();
  const service = createTestService({ clock: time.clock, mayControl: () => true });
  test.after(() => service.stop());
  const mina = await service.login('mina');
  const { call } = service;
  return {
    ...service,
    mina,
    time,
    fail: (json: object) => call('POST /__faults', { json }),
    ask: (path = me) => call(`GET ${path}`, { as: mina }),
  };
}

describe('a fault', () => {
  for (const [kind, errorCode] of [
    ['401', 'INVALID_MEMBER_ACCESS_TOKEN'],
    ['429', 'TOO_MANY_REQUESTS'],
    ['500', 'INTERNAL_SERVER_ERROR'],
  ] as const) {
    it(`makes calls answer ${kind} until it is cleared`, async (test) => {
      const { call, fail, ask } = await setUp(test);
      assert.equal((await fail({ path: '/v2/members/*', kind, retryAfter: 7 })).status, 201);
      const { status, body, headers } = await ask();
      assert.deepEqual([status, body.errorCode], [Number(kind), errorCode]);
      assert.equal(headers.get('Retry-After'), kind === '429' ? '7' : null);
      assert.equal(headers.get('Access-Control-Allow-Origin'), '*');
      assert.equal((await call('DELETE /__faults')).status, 204);
      assert.equal((await ask()).status, 200);
    });
  }

  it('makes calls return unreadable answers', async (test) => {
    const { fail, fetch, mina } = await setUp(test);
    await fail({ path: me, kind: 'garbage' });
    const headers = { Authorization: mina };
    const response = await fetch(new Request(`http://service.test${me}`, { headers }));
    assert.equal(response.status, 200);
    await assert.rejects(response.json(), SyntaxError);
  });

  it('makes calls wait for ever, or for as long as the service runs', async (test) => {
    const { fail, ask, stop, time } = await setUp(test);
    await fail({ path: me, kind: 'nothing' });
    let answered = false;
    const asked = ask()
      .catch(() => undefined)
      .then(() => (answered = true));
    time.advance(3600_000);
    await settled();
    assert.equal(answered, false);
    stop();
    await asked;
  });

  it('makes calls slow', async (test) => {
    const { fail, ask, time } = await setUp(test);
    await fail({ path: me, kind: 'slow', delay: 5000 });
    const asked = ask();
    await settled();
    assert.deepEqual(time.waits(), [5000]);
    time.advance(5000);
    assert.equal((await asked).status, 200);
  });

  it('hits one call in N, and only so many times', async (test) => {
    const { fail, ask } = await setUp(test);
    await fail({ path: me, kind: '500', onceIn: 3, times: 2 });
    const statuses: number[] = [];
    for (let n = 0; n < 8; n++) statuses.push((await ask()).status);
    assert.deepEqual(statuses, [500, 200, 200, 500, 200, 200, 200, 200]);
  });

  for (const [path, hit] of [
    ['/v2/members/me', false],
    ['/v2/members/me/video-rooms', true],
    ['/v2/members/me/*', true],
    ['*/video-rooms', true],
    ['*rooms/', false],
    ['/v2/*/video-*', true],
    ['*', true],
    ['/v2/apps/*', false],
  ] as const) {
    it(`with path ${path} ${hit ? 'hits' : 'spares'} the list of rooms`, async (test) => {
      const { fail, ask } = await setUp(test);
      await fail({ path, kind: '500' });
      assert.equal((await ask(rooms)).status, hit ? 500 : 200);
    });
  }

  it('can be for one method', async (test) => {
    const { call, mina, fail, ask } = await setUp(test);
    await fail({ path: rooms, kind: '500', method: 'POST' });
    assert.equal((await ask(rooms)).status, 200);
    const json = { type: 'VIDEO_CONFERENCE' };
    assert.equal((await call(`POST ${rooms}`, { as: mina, json })).status, 500);
    assert.equal((await ask(rooms)).body.totalElements, 0);
  });

  it('is listed with its hits, and can be cleared alone', async (test) => {
    const { call, fail, ask } = await setUp(test);
    await fail({ path: me, kind: '500' });
    await fail({ path: rooms, kind: '401' });
    await ask();
    const list = async () =>
      ((await call('GET /__faults')).body as unknown as { faults: { id: number; hits: number }[] })
        .faults;
    assert.deepEqual(
      (await list()).map(({ id, hits }) => [id, hits]),
      [
        [1, 1],
        [2, 0],
      ],
    );
    await call('DELETE /__faults/1');
    assert.deepEqual(
      (await list()).map(({ id }) => id),
      [2],
    );
  });

  for (const json of [
    {},
    { path: 'x', kind: '500' },
    { path: '/', kind: 'flood' },
    { path: '/', kind: '500', onceIn: 0 },
    { path: '/', kind: '500', duration: 5 },
    { path: '/', kind: 'cut-signal' },
    { kind: 'cut-signal', duration: -1 },
    { kind: '500' },
  ]) {
    it(`cannot be ${JSON.stringify(json)}`, async (test) => {
      const { fail } = await setUp(test);
      const { status, body } = await fail(json);
      assert.deepEqual([status, body.errorCode], [400, 'INVALID_HTTP_MESSAGE_BODY']);
    });
  }

  it('cannot be set by clients that must not control the sandbox', async () => {
    const { call } = createTestService();
    for (const route of ['POST /__faults', 'GET /__faults', 'DELETE /__tokens']) {
      const { status, body } = await call(route);
      assert.deepEqual([status, body.errorCode], [404, 'RESOURCE_NOT_FOUND']);
    }
  });
});

describe('a cut of signalling', () => {
  /** A signalling path with two connections, and a function that tries to add one. */
  function way(): SignalPath & { connect: () => boolean } {
    const blocks = new Set<() => void>();
    return {
      block(onHit) {
        onHit();
        onHit();
        blocks.add(onHit);
        return () => blocks.delete(onHit);
      },
      connect() {
        for (const hit of blocks) hit();
        return blocks.size === 0;
      },
    };
  }

  function setUpWay(test: TestContext) {
    const signal = way();
    const time = createTestClock();
    const media = { ...liveKitMedia, signal };
    const service = createTestService({ media, clock: time.clock, mayControl: () => true });
    test.after(() => service.stop());
    const { call } = service;
    const cut = async (more = {}) =>
      (await call('POST /__faults', { json: { kind: 'cut-signal', ...more } })).body;
    const list = async () => (await call('GET /__faults')).body as unknown as { faults: object[] };
    return { ...service, signal, time, cut, list };
  }

  it('says how many connections it has ended and turned away', async (test) => {
    const { cut, list, signal } = setUpWay(test);
    assert.deepEqual(await cut(), { id: 1, kind: 'cut-signal', hits: 2 });
    signal.connect();
    assert.deepEqual(await list(), { faults: [{ id: 1, kind: 'cut-signal', hits: 3 }] });
  });

  it('lasts until it is cleared', async (test) => {
    const { call, cut, list, signal, time } = setUpWay(test);
    await cut();
    time.advance(3600_000);
    assert.equal(signal.connect(), false);
    await call('DELETE /__faults/1');
    assert.equal(signal.connect(), true);
    assert.deepEqual(await list(), { faults: [] });
  });

  it('is over after its duration', async (test) => {
    const { cut, list, signal, time } = setUpWay(test);
    await cut({ duration: 5000 });
    time.advance(4999);
    await settled();
    assert.equal(signal.connect(), false);
    time.advance(1);
    await settled();
    assert.equal(signal.connect(), true);
    assert.deepEqual(await list(), { faults: [] });
  });

  it('leaves no timer when it is cleared before its duration is over', async (test) => {
    const { call, cut, time } = setUpWay(test);
    await cut({ duration: 5000 });
    await call('DELETE /__faults');
    assert.deepEqual(time.waits(), []);
  });

  it('touches no call, and is touched by no fault of calls', async (test) => {
    const { call, cut, login, signal } = setUpWay(test);
    await cut();
    const mina = await login('mina');
    assert.equal((await call(`GET ${me}`, { as: mina })).status, 200);
    await call('POST /__faults', { json: { path: '*', kind: '500' } });
    await call('DELETE /__faults/1');
    assert.equal(signal.connect(), true);
    assert.equal((await call(`GET ${me}`, { as: mina })).status, 500);
  });

  it('ends with the service', async (test) => {
    const { cut, signal, stop } = setUpWay(test);
    await cut();
    stop();
    assert.equal(signal.connect(), true);
  });

  it('is refused, with the reason, where the media server is not ours', async (test) => {
    const { call, fail } = await setUp(test);
    const { status, body } = await fail({ kind: 'cut-signal' });
    assert.deepEqual([status, body.errorCode], [409, 'SIGNAL_OUT_OF_REACH']);
    assert.match(body.errorMessage, /FFC_LIVEKIT_URL/);
    assert.deepEqual((await call('GET /__faults')).body, { faults: [] });
  });
});

describe('member access tokens', () => {
  it('have the configured lifetime', async (test) => {
    const { call, login, time } = await setUp(test);
    await call('PUT /__tokens', { json: { lifetimeSeconds: 5 } });
    const jun = await login('jun');
    time.advance(4000);
    assert.equal((await call(`GET ${me}`, { as: jun })).status, 200);
    time.advance(1000);
    const { status, body } = await call(`GET ${me}`, { as: jun });
    assert.deepEqual([status, body.errorCode], [401, 'EXPIRED_MEMBER_ACCESS_TOKEN']);
  });

  it('expire all at once when told to, and new ones are good', async (test) => {
    const { call, login, ask } = await setUp(test);
    await call('DELETE /__tokens');
    const { status, body } = await ask();
    assert.deepEqual([status, body.errorCode], [401, 'EXPIRED_MEMBER_ACCESS_TOKEN']);
    assert.equal((await call(`GET ${me}`, { as: await login('mina') })).status, 200);
  });
});
