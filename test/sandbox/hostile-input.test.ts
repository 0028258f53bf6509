import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SignJWT, UnsecuredJWT } from 'jose';
import { basic, bearer, createRoom, createTestService, rooms } from './support/service.js';

const type = 'VIDEO_CONFERENCE';
const items = (count: number): object =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`item ${n}`, 'x']));

describe('a body that is not as documented', () => {
  const bodies: Record<string, string> = {
    'text that is not JSON': '{"type": ',
    'an array': '[]',
    'a string': '"room"',
    'a number': '1',
    null: 'null',
    'a title that is an object': JSON.stringify({ type, title: {} }),
    'a type that does not exist': JSON.stringify({ type: 'TELEPATHY' }),
    'a type that is a number': JSON.stringify({ type: 7 }),
    'a title of 201 characters': JSON.stringify({ type, title: 'x'.repeat(201) }),
    'a time that is none': JSON.stringify({ type, scheduledAt: 'tomorrow' }),
    'a day that is none': JSON.stringify({ type, scheduledAt: '2030-02-40T00:00:00Z' }),
    'a flag that is text': JSON.stringify({ type, manuallyApproval: 'yes' }),
    'an access level in small letters': JSON.stringify({ type, accessLevel: 'public!' }),
    'custom data that is text': JSON.stringify({ type, customData: 'x' }),
    'custom data with an object in it': JSON.stringify({ type, customData: { a: {} } }),
    'a thousand arrays in each other': '['.repeat(30_000) + ']'.repeat(30_000),
    'a thousand objects in each other': `{"title":${'{"a":'.repeat(9000)}1${'}'.repeat(9001)}`,
  };

  for (const [name, body] of Object.entries(bodies)) {
    it(`is refused and changes nothing: ${name}`, async () => {
      const { call, login, failures } = createTestService();
      const as = await login('mina');
      const answer = await call(`POST ${rooms}`, { as, body });
      assert.equal(answer.status, 400);
      assert.match(answer.body.errorCode, /^(INVALID_HTTP_MESSAGE_BODY|EMPTY_VIDEO_ROOM_TYPE)$/);
      assert.ok(answer.body.errorMessage);
      assert.equal((await call(`GET ${rooms}`, { as })).body.totalElements, 0);
      assert.deepEqual(failures, []);
    });
  }

  it('is refused when it is too large, however it comes', async () => {
    const { call, login } = createTestService();
    const as = await login('mina');
    const large = JSON.stringify({ type, description: 'x'.repeat(70_000) });
    const streamed = new Blob([large]).stream();
    for (const body of [large, streamed]) {
      const answer = await call(`POST ${rooms}`, { as, body });
      assert.deepEqual([answer.status, answer.body.errorCode], [413, 'INVALID_HTTP_MESSAGE_BODY']);
    }
  });

  it('never comes back in the answer', async () => {
    const { call, login } = createTestService();
    const { body } = await call(`POST ${rooms}`, {
      as: await login('mina'),
      json: { type, password: ['hunter2'] },
    });
    assert.equal(body.errorMessage, '"password" cannot have this value.');
  });
});

describe('the limits on custom data', () => {
  const long = 'x'.repeat(51);
  const broken: Record<string, object> = {
    CUSTOM_TYPE_SIZE_UPPER_LIMIT_EXCEEDED: { customType: long },
    CUSTOM_DATA_ITEM_COUNT_UPPER_LIMIT_EXCEEDED: { customData: items(11) },
    CUSTOM_DATA_ITEM_NAME_SIZE_UPPER_LIMIT_EXCEEDED: { customData: { [long]: 'x' } },
    CUSTOM_DATA_ITEM_VALUE_SIZE_UPPER_LIMIT_EXCEEDED: { customData: { x: long } },
  };

  for (const [errorCode, fields] of Object.entries(broken)) {
    it(`answers ${errorCode} for rooms and for members`, async () => {
      const { call, login } = createTestService();
      const as = await login('mina');
      const server = basic('key:secret');
      for (const answer of [
        await call(`POST ${rooms}`, { as, json: { type, ...fields } }),
        await call('PATCH /v2/apps/me/members/mina', { as: server, json: fields }),
      ]) {
        assert.deepEqual([answer.status, answer.body.errorCode], [400, errorCode]);
      }
    });
  }

  it('admit data that is just within them', async () => {
    const service = createTestService();
    const fields = { customType: 'x'.repeat(50), customData: items(10) };
    const room = await createRoom(service, await service.login('mina'), fields);
    assert.deepEqual(room.customData, items(10));
  });

  it('let no name reach the prototype of anything', async () => {
    const service = createTestService();
    const { status, body } = await service.call(`POST ${rooms}`, {
      as: await service.login('mina'),
      body: `{"type":"${type}","customData":{"__proto__":"x","ok":"y"},"__proto__":{"title":"z"}}`,
    });
    assert.equal(status, 201);
    assert.deepEqual([body.customData, body.title], [{ ok: 'y' }, null]);
  });
});

describe('a member access token', () => {
  it('is needed', async () => {
    const { call } = createTestService();
    for (const as of [undefined, 'Bearer', 'Bearer ', basic('key:secret')]) {
      const { status, body } = await call('GET /v2/members/me', as ? { as } : {});
      assert.deepEqual([status, body.errorCode], [401, 'EMPTY_MEMBER_ACCESS_TOKEN']);
    }
  });

  it('is refused when it was not issued here', async () => {
    const { call, login } = createTestService();
    const real = await login('mina');
    const claims = { appId: 1, appUserId: 'mina', memberId: 1 };
    const otherSecret = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256' })
      .setExpirationTime('1h')
      .sign(new Uint8Array(32));
    const unsigned = new UnsecuredJWT(claims).setExpirationTime('1h').encode();
    const [header, , signature] = real.slice('Bearer '.length).split('.');
    const swapped = `${header}.${btoa(JSON.stringify({ ...claims, memberId: 2 }))}.${signature}`;
    for (const token of [otherSecret, unsigned, swapped, 'nonsense', '..']) {
      const { status, body } = await call('GET /v2/members/me', { as: bearer(token) });
      assert.deepEqual([status, body.errorCode], [401, 'INVALID_MEMBER_ACCESS_TOKEN']);
    }
  });

  it('is worth nothing after 24 hours', async () => {
    let time = Date.UTC(2026, 0, 1);
    const { call, login } = createTestService({ now: () => time });
    const as = await login('mina');
    time += 24 * 3600_000 - 1000;
    assert.equal((await call('GET /v2/members/me', { as })).status, 200);
    time += 1000;
    const { status, body } = await call('GET /v2/members/me', { as });
    assert.deepEqual([status, body.errorCode], [401, 'EXPIRED_MEMBER_ACCESS_TOKEN']);
  });
});

describe('the credentials of an app', () => {
  it('are needed', async () => {
    const { call, login } = createTestService();
    for (const as of [undefined, 'Basic', await login('mina')]) {
      const { status, body } = await call('GET /v2/apps/me/members', as ? { as } : {});
      assert.deepEqual([status, body.errorCode], [401, 'EMPTY_APP_CREDENTIALS']);
    }
  });

  it('are refused when they are wrong', async () => {
    const { call } = createTestService();
    for (const as of [
      basic('key:wrong'),
      basic('wrong:secret'),
      basic('key'),
      basic(''.padEnd(10_000, 'x')),
      'Basic %%%',
    ]) {
      const { status, body } = await call('GET /v2/apps/me/members', { as });
      assert.deepEqual([status, body.errorCode], [401, 'INVALID_APP_CREDENTIALS']);
    }
  });
});

describe('a path', () => {
  for (const id of [
    '999',
    '0',
    '-1',
    '1.0',
    '1e0',
    '01',
    'NaN',
    '%00',
    '9'.repeat(400),
    '1%2F..',
  ]) {
    it(`leads to no room: ${id.slice(0, 20)}`, async () => {
      const service = createTestService();
      const as = await service.login('mina');
      await createRoom(service, as);
      const { status, body } = await service.call(`GET ${rooms}/${id}`, { as });
      assert.deepEqual([status, body.errorCode], [404, 'VIDEO_ROOM_NOT_FOUND']);
    });
  }

  it('that does not exist is answered like any other error', async () => {
    const { call, login, failures } = createTestService();
    const as = await login('mina');
    for (const path of ['/', '/v2', '/v2/members/me/nothing', '/v2/members/me/video-rooms/1/2/3']) {
      const { status, body } = await call(`GET ${path}`, { as });
      assert.deepEqual([status, body.errorCode], [404, 'RESOURCE_NOT_FOUND'], path);
    }
    assert.deepEqual(failures, []);
  });

  it('that does not take a method says so', async () => {
    const { call, login } = createTestService();
    const as = await login('mina');
    for (const route of [`PUT ${rooms}/1`, `PATCH ${rooms}`, 'POST /v2/members/me']) {
      const { status, body } = await call(route, { as });
      assert.deepEqual([status, body.errorCode], [400, 'UNSUPPORTED_HTTP_METHOD']);
    }
  });

  it('that is badly encoded is answered all the same', async () => {
    const { call, login } = createTestService();
    const { status } = await call(`GET ${rooms}/%E0%A4%A`, { as: await login('mina') });
    assert.equal(status, 404);
  });
});
