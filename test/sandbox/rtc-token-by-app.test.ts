import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { TokenVerifier } from 'livekit-server-sdk';
import { FfcServerClient } from '../../src/server/index.js';
import {
  app,
  basic,
  createRoom,
  createTestService,
  liveKitKey,
  liveKitMedia,
  liveKitSecret,
  otherApp,
  rooms,
  type Answer,
} from './support/service.js';

const server = basic('key:secret');
const verifier = new TokenVerifier(liveKitKey, liveKitSecret);

/** A room of `mina`, and a function that requests its token on a member's behalf. */
async function setUp(fields: object = {}) {
  const service = createTestService({ media: liveKitMedia });
  const mina = await service.login('mina');
  const jun = await service.login('jun');
  const room = await createRoom(service, mina, fields);
  const pathOf = (appUserId: string, id: number | string = room.id): string =>
    `${rooms}/${id}/members/${appUserId}/web-rtc-tokens`;
  return {
    ...service,
    mina,
    jun,
    room,
    pathOf,
    ask: (appUserId: string, json: object = {}, as: string | undefined = server) =>
      service.call(`POST ${pathOf(appUserId)}`, { ...(as && { as }), json }),
  };
}

function refused({ status, body }: Answer, expected: number, errorCode: string): void {
  assert.deepEqual([status, body.errorCode], [expected, errorCode]);
}

describe("an RTC token on a member's behalf", () => {
  it('equals the token that the member would get', async () => {
    const { ask, room } = await setUp();
    const { status, body } = await ask('jun', { customData: { seat: 'A1' } });
    assert.equal(status, 201);
    assert.equal(body.webRtcServerUrl, 'ws://service.test:7880');
    const { sub, video, metadata } = await verifier.verify(body.webRtcToken);
    assert.deepEqual([sub, video?.room], ['jun', room.uuid]);
    assert.deepEqual(JSON.parse(metadata ?? ''), {
      appUserId: 'jun',
      appUserName: 'jun of key',
      appUserProfileImgUrl: null,
      channelMemberType: 'MEMBER',
      customData: { seat: 'A1' },
    });
  });

  it('needs the password of the room', async () => {
    const { ask } = await setUp({ password: 'open sesame' });
    refused(await ask('jun'), 403, 'INVALID_VIDEO_ROOM_PASSWORD');
    refused(await ask('jun', { password: 'wrong' }), 403, 'INVALID_VIDEO_ROOM_PASSWORD');
    assert.equal((await ask('jun', { password: 'open sesame' })).status, 201);
  });

  it('waits for approval and ends with a ban, as for the member', async () => {
    const { ask, call, mina, room } = await setUp({ manuallyApproval: true });
    const decide = (decision: string) =>
      call(`POST ${rooms}/${room.id}/channel/members/jun/${decision}`, { as: mina });
    refused(await ask('jun'), 403, 'VIDEO_ROOM_APPROVAL_PENDING');
    await decide('approve');
    assert.equal((await ask('jun')).status, 201);
    await decide('ban');
    refused(await ask('jun'), 403, 'CHANNEL_MEMBER_BANNED');
  });

  it('is for members and rooms that there are in this app', async () => {
    const { ask, call, login, pathOf } = await setUp();
    await login('stranger', otherApp);
    refused(await ask('nobody'), 404, 'MEMBER_NOT_FOUND');
    refused(await ask('stranger'), 404, 'MEMBER_NOT_FOUND');
    refused(await ask('a-b'), 400, 'INVALID_APP_USER_ID_FORMAT');
    const other = await call(`POST ${pathOf('stranger')}`, { as: basic('key2:secret') });
    refused(other, 404, 'VIDEO_ROOM_NOT_FOUND');
    const unknown = await call(`POST ${pathOf('jun', 999)}`, { as: server });
    refused(unknown, 404, 'VIDEO_ROOM_NOT_FOUND');
  });

  it('is for the app alone', async () => {
    const { ask, call, jun, pathOf } = await setUp();
    refused(await ask('jun', {}, jun), 401, 'EMPTY_APP_CREDENTIALS');
    refused(await ask('jun', {}, basic('key:wrong')), 401, 'INVALID_APP_CREDENTIALS');
    refused(await call(`POST ${pathOf('jun')}`), 401, 'EMPTY_APP_CREDENTIALS');
    refused(await call(`GET ${pathOf('jun')}`, { as: server }), 400, 'UNSUPPORTED_HTTP_METHOD');
  });

  it("is what the server kit's client asks for", async () => {
    const { fetch, room } = await setUp({ password: 'open sesame' });
    const client = new FfcServerClient({
      endpoint: 'https://service.test',
      apiKey: app.apiKey,
      apiSecret: app.apiSecret,
      fetch: (...request) => fetch(new Request(...request)),
    });
    const { webRtcToken } = await client.issueRtcToken(room.id, 'jun', { password: 'open sesame' });
    assert.equal((await verifier.verify(webRtcToken)).sub, 'jun');
    await assert.rejects(client.issueRtcToken(room.id, 'jun', { password: 'wrong' }), {
      reason: 'wrong-password',
    });
    await assert.rejects(client.issueRtcToken(room.id, 'nobody'), { reason: 'not-found' });
  });
});

describe('an appUserId in a path', () => {
  const odd = ['a-b', 'a%20b', '%EB%AF%B8%EB%82%98', '%2E%2E%2Fa', '%D9%A3', 'x'.repeat(101)];
  for (const appUserId of odd) {
    it(`has letters and digits only: not ${appUserId.slice(0, 20)}`, async () => {
      const { call, mina, room, pathOf } = await setUp();
      const members = `${rooms}/${room.id}/channel/members/${appUserId}`;
      for (const [route, as] of [
        [`GET ${members}`, mina],
        [`POST ${members}/ban`, mina],
        [`GET /v2/apps/me/members/${appUserId}`, server],
        [`PATCH /v2/apps/me/members/${appUserId}`, server],
        [`DELETE /v2/apps/me/members/mina,${appUserId}`, server],
        [`POST ${pathOf(appUserId)}`, server],
      ] as const) {
        refused(await call(route, { as }), 400, 'INVALID_APP_USER_ID_FORMAT');
      }
      assert.equal((await call('GET /v2/members/me', { as: mina })).status, 200);
    });
  }

  it('is not empty between two commas', async () => {
    const { call } = await setUp();
    const answer = await call('DELETE /v2/apps/me/members/mina,,jun', { as: server });
    refused(answer, 400, 'EMPTY_APP_USER_ID');
  });
});
