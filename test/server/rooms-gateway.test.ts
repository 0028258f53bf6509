import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readRoom, readRoomPage } from '../../src/api/schema.js';
import { silentLogger } from '../../src/core/logger.js';
import { createRoomsGateway } from '../../src/server/index.js';
import { createScriptedClient, createTestBackend, jsonAnswer } from './support/backend.js';
import { caller, createTestGateway, type, type Authorize } from './support/gateway.js';

describe('the rooms gateway', () => {
  it('lists, creates, gets, changes and deletes, in answers that the browser reads', async () => {
    const { call, room } = await createTestGateway();
    const created = await call('POST ', { type, title: 'Two' });
    assert.equal(created.status, 201);
    const two = readRoom(created.text);
    assert.deepEqual([two.title, two.member?.appUserId], ['Two', 'mina']);
    const list = readRoomPage((await call('GET ?page=1&pageSize=1')).text, silentLogger);
    assert.deepEqual([list.content, list.number, list.totalPages], [[two], 0, 2]);
    const next = readRoomPage((await call('GET /?page=2&pageSize=1')).text, silentLogger);
    assert.deepEqual([next.content[0]?.id, next.number], [room.id, 1]);
    assert.deepEqual(readRoom((await call(`GET /${two.id}`)).text), two);
    assert.deepEqual(readRoom((await call(`GET /uuid/${two.uuid}`)).text), two);
    const changed = await call(`PATCH /${two.id}`, { title: 'Three' });
    assert.deepEqual([changed.status, readRoom(changed.text).title], [200, 'Three']);
    assert.equal((await call(`DELETE /${two.id}`)).status, 204);
    assert.deepEqual((await call(`GET /${two.id}`)).errorCode, 'VIDEO_ROOM_NOT_FOUND');
  });

  it('gives the app the request, and loads the room only when the app needs it', async () => {
    const seen: unknown[] = [];
    const { call, room, sent } = await createTestGateway(({ request, ...asked }) => {
      seen.push({ method: request.method, ...asked, room: 'room' in asked });
      return false;
    });
    await call('GET ?keyword=x&page=3&pageSize=500&other=1');
    await call('POST ', { type, secret: 1 });
    await call(`GET /uuid/${room.uuid}`);
    await call(`PATCH /${room.id}`, { title: 'x' });
    await call(`DELETE /${room.id}`);
    const roomId = room.id;
    assert.deepEqual(seen, [
      {
        method: 'GET',
        action: 'list',
        query: { keyword: 'x', page: 2, pageSize: 100 },
        room: false,
      },
      { method: 'POST', action: 'create', input: { type }, room: false },
      { method: 'GET', action: 'get', roomId: room.uuid, room: true },
      { method: 'PATCH', action: 'update', roomId, update: { title: 'x' }, room: true },
      { method: 'DELETE', action: 'delete', roomId, room: true },
    ]);
    assert.equal(sent.length, 0);
  });

  it('does as the app decides for each room', async () => {
    const { call, room } = await createTestGateway(async (asked) => {
      const appUserId = asked.request.headers.get('x-user');
      if (!appUserId) return null;
      if (asked.action !== 'delete') return { appUserId };
      const { member } = await asked.room();
      return member?.appUserId === appUserId && { appUserId };
    });
    const path = `DELETE /${room.id}`;
    const statusOf = async (headers: Record<string, string>): Promise<unknown> => {
      const { status, errorCode } = await call(path, undefined, headers);
      return [status, errorCode];
    };
    assert.deepEqual(await statusOf({}), [401, 'NOT_SIGNED_IN']);
    assert.deepEqual(await statusOf({ 'x-user': 'jun' }), [403, 'FORBIDDEN']);
    assert.deepEqual(await statusOf({ 'x-user': 'mina' }), [204, undefined]);
    assert.deepEqual(await statusOf({ 'x-user': 'mina' }), [404, 'VIDEO_ROOM_NOT_FOUND']);
  });

  it('lists only the rooms that the app admits', async () => {
    const only = { appUserId: 'jun' };
    const { call } = await createTestGateway(() => ({ appUserId: 'jun', only }));
    const { text } = await call('GET ?appUserId=mina');
    assert.equal(readRoomPage(text, silentLogger).totalElements, 0);
  });

  const refusals: [route: string, status: number, errorCode: string, body?: BodyInit | object][] = [
    ['GET /0', 404, 'VIDEO_ROOM_NOT_FOUND'],
    ['GET /1e3', 404, 'VIDEO_ROOM_NOT_FOUND'],
    ['GET /999', 404, 'VIDEO_ROOM_NOT_FOUND'],
    ['GET /1/channel', 404, 'VIDEO_ROOM_NOT_FOUND'],
    ['GET //1', 404, 'VIDEO_ROOM_NOT_FOUND'],
    ['GET /%2e%2e%2fmembers', 404, 'VIDEO_ROOM_NOT_FOUND'],
    ['GET /uuid/1', 404, 'VIDEO_ROOM_NOT_FOUND'],
    ['GET /../members', 404, 'RESOURCE_NOT_FOUND'],
    ['GET x', 404, 'RESOURCE_NOT_FOUND'],
    ['PUT /1', 405, 'UNSUPPORTED_HTTP_METHOD'],
    ['DELETE ', 405, 'UNSUPPORTED_HTTP_METHOD'],
    ['GET ?page=-1', 400, 'INVALID_HTTP_REQUEST_PARAMETER'],
    ['GET ?pageSize=0', 400, 'INVALID_HTTP_REQUEST_PARAMETER'],
    ['GET ?sortBy=id;drop', 400, 'INVALID_HTTP_REQUEST_PARAMETER'],
    ['POST ', 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['POST ', 400, 'INVALID_HTTP_MESSAGE_BODY', '{"type":'],
    ['POST ', 400, 'INVALID_HTTP_MESSAGE_BODY', '[]'],
    ['POST ', 400, 'INVALID_HTTP_MESSAGE_BODY', { type, title: {} }],
    ['POST ', 400, 'EMPTY_VIDEO_ROOM_TYPE', { title: 'x' }],
    ['POST ', 400, 'CUSTOM_TYPE_SIZE_UPPER_LIMIT_EXCEEDED', { type, customType: 'x'.repeat(51) }],
    ['POST ', 413, 'HTTP_MESSAGE_BODY_TOO_LARGE', { type, title: 'x'.repeat(70_000) }],
    ['POST ', 413, 'HTTP_MESSAGE_BODY_TOO_LARGE', new Blob(['x'.repeat(70_000)]).stream()],
    ['PATCH /1', 400, 'INVALID_HTTP_MESSAGE_BODY', `{"title":${'['.repeat(30_000)}`],
    ['PATCH /1', 400, 'INVALID_HTTP_MESSAGE_BODY', { password: ['hunter2'] }],
  ];
  for (const [index, [route, status, errorCode, body]] of refusals.entries()) {
    it(`answers ${status} ${errorCode} to ${route} (${index})`, async () => {
      const { call, errors } = await createTestGateway();
      const answer = await call(route, body);
      assert.deepEqual([answer.status, answer.errorCode], [status, errorCode]);
      assert.doesNotMatch(answer.text, /hunter2/);
      assert.deepEqual(errors, []);
    });
  }

  it('lets pages of other sites change nothing', async () => {
    const { call, sent, room } = await createTestGateway();
    const foreign = { 'sec-fetch-site': 'cross-site' };
    for (const route of ['POST ', `PATCH /${room.id}`, `DELETE /${room.id}`]) {
      const body = route.startsWith('DELETE') ? undefined : { type };
      const { status, errorCode } = await call(route, body, foreign);
      assert.deepEqual([status, errorCode], [403, 'CROSS_SITE_REQUEST']);
    }
    assert.equal(sent.length, 0);
  });

  const failures: [name: string, answer: Response | Error, status: number, code: string][] = [
    ['a limit', jsonAnswer({ errorCode: 'LIMIT_EXCEEDED' }, 400), 400, 'LIMIT_EXCEEDED'],
    ['a 4xx without a code', new Response('<html>', { status: 422 }), 422, 'INVALID_REQUEST'],
    ['wrong credentials', jsonAnswer({ errorCode: 'X' }, 401), 502, 'SERVICE_FAILED'],
    ['an error of its own', jsonAnswer({ errorCode: 'X' }, 500), 502, 'SERVICE_FAILED'],
    ['an outage', jsonAnswer({ errorCode: 'X' }, 503), 503, 'SERVICE_FAILED'],
    ['a 403', jsonAnswer({ errorCode: 'X' }, 403), 403, 'X'],
    ['a 404 to something else', jsonAnswer({ errorCode: 'X' }, 404), 404, 'X'],
    [
      'no such room',
      jsonAnswer({ errorCode: 'VIDEO_ROOM_NOT_FOUND' }, 404),
      404,
      'VIDEO_ROOM_NOT_FOUND',
    ],
    ['nonsense', new Response('<html>'), 502, 'SERVICE_FAILED'],
    ['nothing', new TypeError('secret.internal'), 502, 'SERVICE_FAILED'],
  ];
  for (const [name, answer, status, code] of failures) {
    it(`answers ${status} ${code} when the service answers with ${name}`, async () => {
      const { client } = createScriptedClient(answer);
      const errors: unknown[] = [];
      const call = caller(
        createRoomsGateway({
          client,
          authorize: () => ({ appUserId: 'mina' }),
          onError: (error) => errors.push(error),
        }),
      );
      const got = await call('GET /1');
      assert.deepEqual([got.status, got.errorCode], [status, code]);
      assert.doesNotMatch(got.text, /secret/);
      const isForApp = status > 500 || code === 'X';
      assert.equal(errors.length, isForApp ? 1 : 0);
    });
  }

  it('answers 500 when the app throws or names no member, and tells the backend', async () => {
    const mistakes: Authorize[] = [
      () => ({ appUserId: '../x' }),
      () => Promise.reject(new Error('secret')),
    ];
    for (const mistake of mistakes) {
      const { call, errors, sent } = await createTestGateway(mistake);
      const { status, text } = await call('POST ', { type });
      assert.equal(status, 500);
      assert.doesNotMatch(text, /secret/);
      assert.deepEqual([errors.length, sent.length], [1, 0]);
    }
  });

  it('answers any body, path and query with a success or a documented 4xx', async () => {
    const { client } = createTestBackend();
    await client.upsertMember({ appUserId: 'mina' });
    const errors: unknown[] = [];
    const call = caller(
      createRoomsGateway({
        client,
        authorize: () => ({ appUserId: 'mina' }),
        onError: (error) => errors.push(error),
      }),
    );
    const names = fc.constantFrom('type', 'title', 'customData', 'password', '__proto__', 'page');
    const field = fc.tuple(names, fc.oneof(fc.jsonValue(), fc.constant(type)));
    const body = fc.oneof(
      fc.json(),
      fc.string({ minLength: 1 }),
      fc
        .array(field)
        .map(
          (fields) =>
            `{${fields.map((f) => JSON.stringify(f[0]) + ':' + JSON.stringify(f[1])).join()}}`,
        ),
    );
    const path = fc.oneof(fc.webPath(), fc.constantFrom('', '/1', '/uuid/1'));
    await fc.assert(
      fc.asyncProperty(path, fc.webQueryParameters(), body, async (path, query, body) => {
        const get = await call(`GET ${path.replaceAll(' ', '')}?${query}`);
        const post = await call('POST ', body);
        const patch = await call('PATCH /1', body);
        for (const { status, errorCode } of [get, post, patch]) {
          assert.ok(status < 300 || (status < 500 && /^[A-Z_]+$/.test(errorCode ?? '')));
        }
      }),
      { numRuns: 300 },
    );
    assert.deepEqual(errors, []);
  });
});
