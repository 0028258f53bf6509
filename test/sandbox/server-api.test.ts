import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { basic, bearer, createTestService } from './support/service.js';

const as = basic('key:secret');
const members = '/v2/apps/me/members';
const rooms = '/v2/apps/me/video-rooms';

describe("the server API's members", () => {
  it('registers a member once, and later changes only the given fields', async () => {
    const { call } = createTestService();
    const first = await call(`POST ${members}`, {
      as,
      json: {
        appUserId: 'mina',
        appUserName: 'Mina',
        appUserProfileImgUrl: 'https://pictures.test/mina.png',
      },
    });
    assert.equal(first.status, 201);
    const second = await call(`POST ${members}`, {
      as,
      json: { appUserId: 'mina', appUserName: 'Mina Kim' },
    });
    assert.equal(second.body.id, first.body.id);
    assert.equal(second.body.appUserName, 'Mina Kim');
    assert.equal(second.body.appUserProfileImgUrl, 'https://pictures.test/mina.png');
  });

  it('tells appUserIds apart by their case', async () => {
    const { call } = createTestService();
    const lower = await call(`POST ${members}`, { as, json: { appUserId: 'mina' } });
    const upper = await call(`POST ${members}`, { as, json: { appUserId: 'Mina' } });
    assert.notEqual(lower.body.id, upper.body.id);
  });

  it('gets, changes and lists members', async () => {
    const { call, login } = createTestService();
    await login('mina');
    await login('jun');
    const changed = await call(`PATCH ${members}/mina`, { as, json: { appUserName: 'M' } });
    assert.deepEqual([changed.status, changed.body.appUserName], [200, 'M']);
    const got = await call(`GET ${members}/mina`, { as });
    assert.deepEqual(got.body, changed.body);
    const listed = await call(`GET ${members}?appUserName=JUN`, { as });
    assert.deepEqual([listed.body.totalElements, listed.body.content[0]?.appUserId], [1, 'jun']);
  });

  it('deletes several members at once, whose tokens are then worth nothing', async () => {
    const { call, login } = createTestService();
    const mina = await login('mina');
    await login('jun');
    const { status } = await call(`DELETE ${members}/mina,jun`, { as });
    assert.equal(status, 204);
    assert.equal((await call(`GET ${members}`, { as })).body.totalElements, 0);
    const me = await call('GET /v2/members/me', { as: mina });
    assert.deepEqual([me.status, me.body.errorCode], [401, 'INVALID_MEMBER_ACCESS_TOKEN']);
  });

  it('deletes nobody when one of them is unknown', async () => {
    const { call, login } = createTestService();
    await login('mina');
    const { status, body } = await call(`DELETE ${members}/mina,nobody`, { as });
    assert.deepEqual([status, body.errorCode], [404, 'MEMBER_NOT_FOUND']);
    assert.equal((await call(`GET ${members}/mina`, { as })).status, 200);
  });

  it('does not mistake a new member for the deleted one of the same name', async () => {
    const { call, login } = createTestService();
    const before = await login('mina');
    await call('POST /v2/members/me/video-rooms', {
      as: before,
      json: { type: 'VIDEO_CONFERENCE' },
    });
    await call(`DELETE ${members}/mina`, { as });
    const after = await login('mina');
    assert.equal((await call('GET /v2/members/me', { as: before })).status, 401);
    const room = await call('PATCH /v2/members/me/video-rooms/1', { as: after, json: {} });
    assert.equal(room.status, 403);
  });

  it('logs a member in, registering them when need be', async () => {
    const { call } = createTestService();
    const { status, body } = await call(`POST ${members}/login`, {
      as,
      json: { appUserId: 'mina', appUserName: 'Mina' },
    });
    assert.equal(status, 200);
    const me = await call('GET /v2/members/me', { as: bearer(body.accessToken) });
    assert.equal(me.body.appUserName, 'Mina');
  });

  it('logs each guest in as somebody else', async () => {
    const { call } = createTestService();
    const guest = async (): Promise<string> => {
      const { body } = await call(`POST ${members}/login-as-guest`, {
        as,
        json: { appUserName: 'Visitor' },
      });
      const me = await call('GET /v2/members/me', { as: bearer(body.accessToken) });
      assert.equal(me.body.appUserName, 'Visitor');
      return me.body.appUserId;
    };
    assert.notEqual(await guest(), await guest());
  });

  for (const [appUserId, errorCode] of [
    [undefined, 'EMPTY_APP_USER_ID'],
    ['', 'EMPTY_APP_USER_ID'],
    ['mina kim', 'INVALID_APP_USER_ID_FORMAT'],
    ['미나', 'INVALID_APP_USER_ID_FORMAT'],
    ['../mina', 'INVALID_APP_USER_ID_FORMAT'],
  ] as const) {
    it(`refuses the appUserId ${JSON.stringify(appUserId)}`, async () => {
      const { call } = createTestService();
      for (const path of [members, `${members}/login`]) {
        const { status, body } = await call(`POST ${path}`, { as, json: { appUserId } });
        assert.deepEqual([status, body.errorCode], [400, errorCode]);
      }
    });
  }

  it('says when there is no such member', async () => {
    const { call } = createTestService();
    for (const method of ['GET', 'PATCH', 'DELETE']) {
      const { status, body } = await call(`${method} ${members}/nobody`, {
        as,
        ...(method === 'PATCH' && { json: {} }),
      });
      assert.deepEqual([status, body.errorCode], [404, 'MEMBER_NOT_FOUND']);
    }
  });
});

describe("the server API's rooms", () => {
  it('creates a room for a member, who then owns it', async () => {
    const { call, login } = createTestService();
    const mina = await login('mina');
    const { status, body } = await call(`POST ${rooms}`, {
      as,
      json: { type: 'VIDEO_CONFERENCE', appUserId: 'mina', title: 'From the backend' },
    });
    assert.equal(status, 201);
    assert.deepEqual([body.creatorType, body.member.appUserId], ['APP', 'mina']);
    const changed = await call(`PATCH /v2/members/me/video-rooms/${body.id}`, {
      as: mina,
      json: { title: 'Mine' },
    });
    assert.equal(changed.status, 200);
  });

  it('gets, lists, changes and deletes the room of any member', async () => {
    const { call, login } = createTestService();
    const { body: room } = await call('POST /v2/members/me/video-rooms', {
      as: await login('mina'),
      json: { type: 'VIDEO_CONFERENCE', accessLevel: 'PRIVATE' },
    });
    assert.deepEqual((await call(`GET ${rooms}/${room.id}`, { as })).body, room);
    assert.deepEqual((await call(`GET ${rooms}/uuid/${room.uuid}`, { as })).body, room);
    assert.equal((await call(`GET ${rooms}`, { as })).body.totalElements, 1);
    const changed = await call(`PATCH ${rooms}/${room.id}`, { as, json: { title: 'New' } });
    assert.equal(changed.body.title, 'New');
    assert.equal((await call(`DELETE ${rooms}/${room.id}`, { as })).status, 204);
    assert.equal((await call(`GET ${rooms}/${room.id}`, { as })).status, 404);
  });

  it('names the missing fields of a new room', async () => {
    const { call, login } = createTestService();
    await login('mina');
    const refusal = async (json: object): Promise<unknown[]> => {
      const { status, body } = await call(`POST ${rooms}`, { as, json });
      return [status, body.errorCode];
    };
    const type = 'VIDEO_CONFERENCE';
    assert.deepEqual(await refusal({ type, appUserId: '' }), [400, 'EMPTY_VIDEO_ROOM_APP_USER_ID']);
    assert.deepEqual(await refusal({ appUserId: 'mina' }), [400, 'EMPTY_VIDEO_ROOM_TYPE']);
    assert.deepEqual(await refusal({ type, appUserId: 'nobody' }), [404, 'MEMBER_NOT_FOUND']);
    assert.deepEqual(await refusal({ type: 'BROADCAST_RTMP', appUserId: 'mina' }), [
      400,
      'EMPTY_VIDEO_ROOM_SCHEDULED_AT',
    ]);
  });
});
