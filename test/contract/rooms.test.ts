import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { asAppBelowMembers, asMember, refused, type Call } from './support/calls.js';
import { createCast, noRoom, run, type } from './support/cast.js';
import { target } from './support/target.js';

const { app, enter, makeRoom } = createCast();
const mina = await enter('mina');
const jun = await enter('jun');
const other = createCast(target.otherApp);
const stranger = await other.enter('stranger');

describe('the rooms of the member API', () => {
  it('return the caller', async () => {
    const { status, body } = await mina('GET ');
    assert.deepEqual([status, body.appUserId], [200, mina.appUserId]);
  });

  it('require a valid token', async () => {
    for (const route of ['GET ', 'GET /video-rooms', 'POST /video-rooms']) {
      refused(await asMember(undefined)(route), 401);
      refused(await asMember('wrong')(route), 401);
    }
  });

  it('are created, got, changed and deleted', async () => {
    const created = await mina('POST /video-rooms', { type, title: `One ${run}` });
    const room = created.body;
    assert.deepEqual([created.status, room.type, room.title], [201, type, `One ${run}`]);
    assert.equal((await jun(`GET /video-rooms/${room.id}`)).body.uuid, room.uuid);
    assert.equal((await jun(`GET /video-rooms/uuid/${room.uuid}`)).body.id, room.id);
    const changed = await mina(`PATCH /video-rooms/${room.id}`, { title: `Two ${run}` });
    assert.deepEqual([changed.status, changed.body.title], [200, `Two ${run}`]);
    assert.equal((await mina(`DELETE /video-rooms/${room.id}`)).status, 200);
    refused(await mina(`GET /video-rooms/${room.id}`), 404, 'VIDEO_ROOM_NOT_FOUND');
  });

  it('have all documented fields, null where there is nothing', async () => {
    const { id } = await makeRoom(mina);
    for (const call of [mina, app]) {
      const { body } = await call(`GET /video-rooms/${id}`);
      for (const field of [
        ...['id', 'state', 'uuid', 'type', 'protocol', 'videoRoomState', 'accessLevel', 'app'],
        ...['member', 'channel', 'creatorType', 'creatorId', 'title', 'description'],
        ...['customType', 'customData', 'policy', 'scheduledAt', 'cancelledAt', 'lastSessionNo'],
        ...['liveStartedAt', 'liveEndedAt', 'createdAt', 'lastModifiedAt'],
      ]) {
        assert.ok(field in body, field);
      }
    }
  });

  it('give RTC tokens, with the password where there is one', async () => {
    const { id } = await makeRoom(mina, { password: 'open sesame' });
    const path = `POST /video-rooms/${id}/web-rtc-tokens`;
    refused(await jun(path, { password: 'wrong' }), 403);
    const { status, body } = await jun(path, { password: 'open sesame' });
    assert.equal(status, 201);
    assert.match(body.webRtcServerUrl, /^wss?:/);
    assert.ok(body.webRtcToken);
  });
});

describe('the rooms of the server API', () => {
  it('are created, listed, got, changed and deleted for members', async () => {
    const fields = { type, appUserId: mina.appUserId };
    const { status, body } = await app('POST /video-rooms', fields);
    assert.equal(status, 201);
    const list = await app(`GET /video-rooms?appUserId=${mina.appUserId}&sortBy=CREATED_AT_DESC`);
    assert.equal(list.body.content[0]?.id, body.id);
    assert.equal((await app(`GET /video-rooms/${body.id}`)).status, 200);
    assert.equal((await app(`PATCH /video-rooms/${body.id}`, { title: 'x' })).body.title, 'x');
    assert.equal((await app(`DELETE /video-rooms/${body.id}`)).status, 204);
  });
});

describe("an RTC token on a member's behalf", () => {
  const byApp = asAppBelowMembers();
  const routeOf = (id: number, appUserId: string): string =>
    `POST /video-rooms/${id}/members/${appUserId}/web-rtc-tokens`;

  it('is given to the app, with the password where there is one', async () => {
    const { id } = await makeRoom(mina, { password: 'open sesame' });
    refused(await byApp(routeOf(id, jun.appUserId), { password: 'wrong' }), 403);
    const { status, body } = await byApp(routeOf(id, jun.appUserId), { password: 'open sesame' });
    assert.equal(status, 201);
    assert.match(body.webRtcServerUrl, /^wss?:/);
    assert.ok(body.webRtcToken);
  });

  it('is limited to rooms and members of the app', async () => {
    const { id } = await makeRoom(mina);
    refused(await byApp(routeOf(noRoom, jun.appUserId), {}), 404, 'VIDEO_ROOM_NOT_FOUND');
    refused(await byApp(routeOf(id, `nobody${run}`), {}), 404, 'MEMBER_NOT_FOUND');
    refused(await byApp(routeOf(id, stranger.appUserId), {}), 404, 'MEMBER_NOT_FOUND');
    const wrong = asAppBelowMembers({ apiKey: 'wrong', apiSecret: 'wrong' });
    refused(await wrong(routeOf(id, jun.appUserId), {}), 401);
    refused(await jun(routeOf(id, jun.appUserId), {}), 401);
  });
});

describe('a room that does not exist or belongs to another app', () => {
  const ofApp = ['GET ', 'PATCH ', 'DELETE '];
  const ofMember = [
    ...ofApp,
    'POST /web-rtc-tokens',
    'GET /channel',
    'POST /channel/join',
    'POST /channel/leave',
    'POST /channel/messages',
    'GET /channel/messages',
    'GET /channel/members',
    `GET /channel/members/${jun.appUserId}`,
    `POST /channel/members/${jun.appUserId}/set-as-operator`,
    `POST /channel/members/${jun.appUserId}/set-as-member`,
    `POST /channel/members/${jun.appUserId}/ban`,
  ];
  const json = { title: 'Mine now', message: 'Hi' };
  const ask = (call: Call, route: string, id: number | string) => {
    const [method = '', rest = ''] = route.split(' ');
    return call(`${method} /video-rooms/${id}${rest}`, method === 'GET' ? undefined : json);
  };

  for (const [name, call, routes] of [
    ['member', mina, ofMember],
    ['app', app, ofApp],
  ] as const) {
    for (const route of routes) {
      it(`answers 404 to a ${name} and stays as it was: ${route}`, async () => {
        const room = await other.makeRoom(stranger, { title: 'Theirs' });
        const before = await stranger(`GET /video-rooms/${room.id}`);
        for (const id of [room.id, noRoom]) {
          refused(await ask(call, route, id), 404, 'VIDEO_ROOM_NOT_FOUND');
        }
        assert.deepEqual(await stranger(`GET /video-rooms/${room.id}`), before);
      });
    }
  }

  it('has no uuid that leads to it', async () => {
    const { uuid } = await other.makeRoom(stranger);
    for (const unknown of [uuid, crypto.randomUUID()]) {
      refused(await mina(`GET /video-rooms/uuid/${unknown}`), 404, 'VIDEO_ROOM_NOT_FOUND');
    }
  });

  it('is in no list', async () => {
    const { title } = await other.makeRoom(stranger, { title: `theirs ${run}` });
    const list = `GET /video-rooms?keyword=${encodeURIComponent(title ?? '')}`;
    assert.equal((await stranger(list)).body.totalElements, 1);
    for (const call of [mina, app]) assert.equal((await call(list)).body.totalElements, 0);
  });
});
