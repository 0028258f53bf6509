import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createGate } from './support/gate.js';
import {
  basic,
  createRoom,
  createTestService,
  liveKitMedia,
  rooms,
  type Answer,
} from './support/service.js';

const server = basic('key:secret');
const type = 'VIDEO_CONFERENCE';

/** A media server that answers when the test lets it. Until then, its requests are pending. */
async function setUp() {
  const asked = createGate();
  const answer = createGate();
  const wait = (): Promise<void> => {
    asked.open();
    return answer.opened;
  };
  const service = createTestService({
    media: {
      ...liveKitMedia,
      closeRoom: wait,
      removeParticipant: wait,
      grant: async () => {
        await wait();
        return { url: 'ws://media.test', token: 'token' };
      },
    },
  });
  const mina = await service.login('mina');
  const jun = await service.login('jun');
  const room = await createRoom(service, mina);
  return { ...service, mina, jun, room, asked: asked.opened, letAnswer: answer.open };
}

const outcomes = (answers: readonly Answer[]): (string | number)[] =>
  answers.map(({ status, body }) => body?.errorCode ?? status);

describe('a change that is still being made', () => {
  it('is not made a second time', async () => {
    const { call, mina, room, asked, letAnswer } = await setUp();
    const remove = () => call(`DELETE ${rooms}/${room.id}`, { as: mina });
    const first = remove();
    await asked;
    const second = await remove();
    assert.deepEqual([second.status, second.body.errorCode], [400, 'REQUEST_LOCKED']);
    letAnswer();
    assert.deepEqual(outcomes([await first, await remove()]), [200, 'VIDEO_ROOM_NOT_FOUND']);
  });

  it('holds up no other caller, path, method or body', async () => {
    const { call, mina, jun, login, room, asked, letAnswer } = await setUp();
    await Promise.all([login('sara'), login('tom')]);
    const members = `${rooms}/${room.id}/channel/members`;
    await call(`POST ${members}/jun/set-as-operator`, { as: mina });
    const ban = (as: string, appUserId: string, json = {}) =>
      call(`POST ${members}/${appUserId}/ban`, { as, json });
    const first = ban(mina, 'sara');
    await asked;
    const others = [ban(jun, 'sara'), ban(mina, 'tom'), ban(mina, 'sara', { because: 'x' })];
    const change = await call(`PATCH ${rooms}/${room.id}`, { as: mina, json: { title: 'x' } });
    assert.deepEqual(outcomes([change, await ban(mina, 'sara')]), [200, 'REQUEST_LOCKED']);
    letAnswer();
    assert.deepEqual(outcomes(await Promise.all([first, ...others])), [204, 204, 204, 204]);
    assert.equal((await ban(mina, 'sara')).status, 204);
  });

  it('creates one room when it is requested twice at once', async () => {
    const { call, mina } = await setUp();
    const create = (as: string, path: string, fields: object = {}) =>
      call(`POST ${path}`, { as, json: { type, password: 'takes a while', ...fields } });
    // Each request has a connection of its own, so that either may be the first.
    const oneEach = new Set([201, 'REQUEST_LOCKED']);
    const byMember = await Promise.all([create(mina, rooms), create(mina, rooms)]);
    assert.deepEqual(new Set(outcomes(byMember)), oneEach);
    const path = '/v2/apps/me/video-rooms';
    const fields = { appUserId: 'mina' };
    const byApp = await Promise.all([create(server, path, fields), create(server, path, fields)]);
    assert.deepEqual(new Set(outcomes(byApp)), oneEach);
    const { body } = await call(`GET ${rooms}`, { as: mina });
    assert.equal(body.totalElements, 3);
  });

  it('can be made again after it has failed', async () => {
    const { call, mina } = await setUp();
    for (let n = 0; n < 2; n++) {
      const { body } = await call(`PATCH ${rooms}/999`, { as: mina, json: { password: 'x' } });
      assert.equal(body.errorCode, 'VIDEO_ROOM_NOT_FOUND');
    }
  });
});

describe('requests of several tabs at the same moment', () => {
  it('are never locked: tokens, logins, joins, leaves and messages', async () => {
    const { call, mina, room, asked, letAnswer } = await setUp();
    const channel = `${rooms}/${room.id}/channel`;
    const twice = (route: string, as: string, json = {}) =>
      Promise.all([call(`POST ${route}`, { as, json }), call(`POST ${route}`, { as, json })]);
    const tokens = twice(`${rooms}/${room.id}/web-rtc-tokens`, mina);
    await asked;
    letAnswer();
    const members = '/v2/apps/me/members';
    for (const [pair, expected] of [
      [await tokens, 201],
      [await twice(`${rooms}/${room.id}/members/mina/web-rtc-tokens`, server), 201],
      [await twice(members, server, { appUserId: 'sara' }), 201],
      [await twice(`${members}/login`, server, { appUserId: 'sara' }), 200],
      [await twice(`${members}/login-as-guest`, server), 200],
      [await twice(`${channel}/join`, mina), 204],
      [await twice(`${channel}/messages`, mina, { message: 'Hi' }), 204],
    ] as const) {
      assert.deepEqual(outcomes(pair), [expected, expected]);
    }
  });
});
