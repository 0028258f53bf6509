import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { createTestService, rooms } from './support/service.js';
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

  it('makes calls answer what nobody can read', async (test) => {
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

  it('is listed with what it has hit, and can be cleared alone', async (test) => {
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
  ]) {
    it(`cannot be ${JSON.stringify(json)}`, async (test) => {
      const { fail } = await setUp(test);
      const { status, body } = await fail(json);
      assert.deepEqual([status, body.errorCode], [400, 'INVALID_HTTP_MESSAGE_BODY']);
    });
  }

  it('is nothing for those who must not steer the sandbox', async () => {
    const { call } = createTestService();
    for (const route of ['POST /__faults', 'GET /__faults', 'DELETE /__tokens']) {
      const { status, body } = await call(route);
      assert.deepEqual([status, body.errorCode], [404, 'RESOURCE_NOT_FOUND']);
    }
  });
});

describe('member access tokens', () => {
  it('live as long as they are told to', async (test) => {
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
