import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { basic, createRoom, createTestService, rooms, strictApp } from './support/service.js';

describe('the member API', () => {
  it('answers who is asking', async () => {
    const { call, login } = createTestService();
    const { status, body } = await call('GET /v2/members/me', { as: await login('mina') });
    assert.equal(status, 200);
    assert.equal(body.appUserId, 'mina');
    assert.equal(body.appUserName, 'mina of key');
    assert.deepEqual(body.app, { id: 1, name: 'Test', state: 'ACTIVE' });
  });

  it('creates a room with all that a room has', async () => {
    const { call, login } = createTestService({ now: () => Date.UTC(2026, 0, 2) });
    const { status, body } = await call(`POST ${rooms}`, {
      as: await login('mina'),
      json: {
        type: 'VIDEO_CONFERENCE',
        title: 'Weekly',
        description: 'Every Monday.',
        password: 'open sesame',
        customType: 'team',
        customData: { floor: '3' },
        manuallyApproval: true,
      },
    });
    assert.equal(status, 201);
    const { uuid, channel, ...rest } = body as typeof body & { channel: object };
    assert.match(uuid, /^[0-9a-f-]{36}$/);
    assert.deepEqual(channel, { id: 1, channelState: 'CREATED', name: 'Weekly' });
    assert.deepEqual(rest, {
      id: 1,
      state: 'ACTIVE',
      type: 'VIDEO_CONFERENCE',
      protocol: 'WEB_RTC',
      videoRoomState: 'SCHEDULED',
      accessLevel: 'PUBLIC',
      app: { id: 1, name: 'Test', state: 'ACTIVE' },
      member: {
        id: 1,
        appUserId: 'mina',
        appUserName: 'mina of key',
        appUserProfileImgUrl: null,
        customType: null,
      },
      creatorType: 'MEMBER',
      creatorId: 1,
      title: 'Weekly',
      description: 'Every Monday.',
      customType: 'team',
      customData: { floor: '3' },
      policy: { hasPassword: true, manuallyApproval: true, canAutoRoomCompositeRecording: false },
      scheduledAt: null,
      cancelledAt: null,
      lastSessionNo: 0,
      liveStartedAt: null,
      liveEndedAt: null,
      createdAt: '2026-01-02T00:00:00.000Z',
      lastModifiedAt: '2026-01-02T00:00:00.000Z',
    });
  });

  it('creates a broadcast at the time that it is scheduled for', async () => {
    const { call, login } = createTestService();
    const { body } = await call(`POST ${rooms}`, {
      as: await login('mina'),
      json: { type: 'BROADCAST_RTMP', scheduledAt: '2030-01-01T10:00:00+09:00' },
    });
    assert.equal(body.videoRoomState, 'SCHEDULED');
    assert.equal(body.scheduledAt, '2030-01-01T01:00:00.000Z');
    assert.equal(body.protocol, 'RTMP');
  });

  it('refuses to create a room when the policy of the app says so', async () => {
    const { call, login } = createTestService();
    const { status, body } = await call(`POST ${rooms}`, {
      as: await login('mina', strictApp),
      json: { type: 'VIDEO_CONFERENCE' },
    });
    assert.equal(status, 400);
    assert.equal(body.errorCode, 'MEMBER_SELF_CREATE_VIDEO_ROOM_NOT_AVAILABLE_DUE_TO_APP_POLICY');
  });

  it('gets a room by its id and by its uuid', async () => {
    const service = createTestService();
    const mina = await service.login('mina');
    const room = await createRoom(service, mina, { title: 'Weekly' });
    const byId = await service.call(`GET ${rooms}/${room.id}`, { as: mina });
    const byUuid = await service.call(`GET ${rooms}/uuid/${room.uuid}`, { as: mina });
    assert.deepEqual([byId.status, byId.body], [200, room]);
    assert.deepEqual([byUuid.status, byUuid.body], [200, room]);
  });

  it('changes the given fields, clears those that are null, and keeps the rest', async () => {
    let time = Date.UTC(2026, 0, 2);
    const service = createTestService({ now: () => time });
    const mina = await service.login('mina');
    const room = await createRoom(service, mina, {
      title: 'Weekly',
      description: 'Old',
      password: 'one',
    });
    time += 1000;
    const { status, body } = await service.call(`PATCH ${rooms}/${room.id}`, {
      as: mina,
      json: { description: null, customData: { floor: '3' } },
    });
    assert.equal(status, 200);
    assert.deepEqual(body, {
      ...room,
      description: null,
      customData: { floor: '3' },
      lastModifiedAt: '2026-01-02T00:00:01.000Z',
    });
  });

  it('takes the password off a room', async () => {
    const service = createTestService();
    const mina = await service.login('mina');
    const room = await createRoom(service, mina, { password: 'one' });
    const { body } = await service.call(`PATCH ${rooms}/${room.id}`, {
      as: mina,
      json: { password: null },
    });
    assert.equal(body.policy.hasPassword, false);
  });

  it('deletes a room', async () => {
    const service = createTestService();
    const mina = await service.login('mina');
    const room = await createRoom(service, mina);
    const deleted = await service.call(`DELETE ${rooms}/${room.id}`, { as: mina });
    assert.deepEqual([deleted.status, deleted.body], [200, undefined]);
    const { status, body } = await service.call(`GET ${rooms}/${room.id}`, { as: mina });
    assert.deepEqual([status, body.errorCode], [404, 'VIDEO_ROOM_NOT_FOUND']);
  });

  it('lets only the owner change or delete a room', async () => {
    const service = createTestService();
    const room = await createRoom(service, await service.login('mina'), { title: 'Weekly' });
    const jun = await service.login('jun');
    for (const method of ['PATCH', 'DELETE']) {
      const { status, body } = await service.call(`${method} ${rooms}/${room.id}`, {
        as: jun,
        json: { title: 'Mine' },
      });
      assert.deepEqual([status, body.errorCode], [403, 'NOT_VIDEO_ROOM_OWNER']);
    }
    const { body } = await service.call(`GET ${rooms}/${room.id}`, { as: jun });
    assert.equal(body.title, 'Weekly');
  });

  it('hides the rooms of another app', async () => {
    const service = createTestService();
    const room = await createRoom(service, await service.login('mina'));
    const other = await service.login('mina', { ...strictApp, apiKey: 'key2' });
    for (const path of [`${rooms}/${room.id}`, `${rooms}/uuid/${room.uuid}`]) {
      const { status, body } = await service.call(`GET ${path}`, { as: other });
      assert.deepEqual([status, body.errorCode], [404, 'VIDEO_ROOM_NOT_FOUND']);
    }
    const { body } = await service.call(`GET ${rooms}`, { as: other });
    assert.equal(body.totalElements, 0);
  });

  it('lets browsers of any page call it, but not the server API', async () => {
    const { call, login } = createTestService();
    const preflight = await call(`OPTIONS ${rooms}`);
    assert.equal(preflight.status, 204);
    assert.equal(preflight.headers.get('Access-Control-Allow-Origin'), '*');
    const answer = await call('GET /v2/members/me', { as: await login('mina') });
    assert.equal(answer.headers.get('Access-Control-Allow-Origin'), '*');
    const refusal = await call('GET /v2/members/me');
    assert.equal(refusal.headers.get('Access-Control-Allow-Origin'), '*');
    const server = await call('GET /v2/apps/me/members', { as: basic('key:secret') });
    assert.equal(server.headers.get('Access-Control-Allow-Origin'), null);
  });

  it('never lets an answer be cached', async () => {
    const { call } = createTestService();
    const { headers } = await call('GET /v2/members/me');
    assert.equal(headers.get('Cache-Control'), 'no-store');
  });
});
