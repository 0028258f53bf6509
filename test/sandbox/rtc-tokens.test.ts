import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { TokenVerifier } from 'livekit-server-sdk';
import { noMedia } from '../../sandbox/service/media.js';
import {
  basic,
  createRoom,
  createTestService,
  liveKitKey,
  liveKitMedia,
  liveKitSecret,
  rooms,
} from './support/service.js';

const verifier = new TokenVerifier(liveKitKey, liveKitSecret);

describe('an RTC token', () => {
  it("is LiveKit's, for this room and this member", async () => {
    const service = createTestService({ media: liveKitMedia });
    const mina = await service.login('mina');
    const room = await createRoom(service, mina);
    const { status, body } = await service.call(`POST ${rooms}/${room.id}/web-rtc-tokens`, {
      as: await service.login('jun'),
      json: { customData: { seat: 'A1' } },
    });
    assert.equal(status, 201);
    assert.equal(body.webRtcServerUrl, 'ws://service.test:7880');
    const claims = await verifier.verify(body.webRtcToken);
    assert.equal(claims.sub, 'jun');
    assert.equal(claims.name, 'jun of key');
    assert.deepEqual(claims.video, {
      room: room.uuid,
      roomJoin: true,
      canPublish: true,
      canPublishData: true,
      canSubscribe: true,
      canUpdateOwnMetadata: false,
    });
    assert.deepEqual(JSON.parse(claims.metadata ?? ''), {
      appUserId: 'jun',
      appUserName: 'jun of key',
      appUserProfileImgUrl: null,
      channelMemberType: 'MEMBER',
      customData: { seat: 'A1' },
    });
  });

  it("carries a name of one's own, beside what the app keeps about the member", async () => {
    const service = createTestService({ media: liveKitMedia });
    const mina = await service.login('mina');
    const room = await createRoom(service, mina);
    await service.call('POST /v2/apps/me/members/login', {
      as: basic('key:secret'),
      json: { appUserId: 'mina', customData: { team: 'Design' } },
    });
    const { body } = await service.call(`POST ${rooms}/${room.id}/web-rtc-tokens`, {
      as: mina,
      json: { customData: { displayName: 'Dr. Kim' } },
    });
    const claims = await verifier.verify(body.webRtcToken);
    const { customData } = JSON.parse(claims.metadata ?? '') as { customData: unknown };
    assert.deepEqual(customData, { team: 'Design', displayName: 'Dr. Kim' });
  });

  it('makes the owner of the room an operator', async () => {
    const service = createTestService({ media: liveKitMedia });
    const mina = await service.login('mina');
    const room = await createRoom(service, mina);
    const { body } = await service.call(`POST ${rooms}/${room.id}/web-rtc-tokens`, { as: mina });
    const { metadata } = await verifier.verify(body.webRtcToken);
    const details = JSON.parse(metadata ?? '') as { channelMemberType: string };
    assert.equal(details.channelMemberType, 'OPERATOR');
  });

  it('needs the password of the room, from its owner too', async () => {
    const service = createTestService({ media: liveKitMedia });
    const mina = await service.login('mina');
    const { id } = await createRoom(service, mina, { password: 'open sesame' });
    for (const json of [{}, { password: '' }, { password: 'open' }, { password: null }]) {
      const path = `POST ${rooms}/${id}/web-rtc-tokens`;
      const { status, body } = await service.call(path, { as: mina, json });
      assert.deepEqual([status, body.errorCode], [403, 'INVALID_VIDEO_ROOM_PASSWORD']);
    }
    const { status } = await service.call(`POST ${rooms}/${id}/web-rtc-tokens`, {
      as: mina,
      json: { password: 'open sesame' },
    });
    assert.equal(status, 201);
  });

  it('keeps the password from everybody, the app included', async () => {
    const service = createTestService();
    const mina = await service.login('mina');
    await createRoom(service, mina, { password: 'open sesame' });
    for (const [path, as] of [
      [`${rooms}/1`, mina],
      ['/v2/apps/me/video-rooms/1', basic('key:secret')],
    ] as const) {
      const { body } = await service.call(`GET ${path}`, { as });
      assert.doesNotMatch(JSON.stringify(body), /open sesame|salt|hash/);
    }
  });

  it('is for conferences only', async () => {
    const service = createTestService({ media: liveKitMedia });
    const mina = await service.login('mina');
    await createRoom(service, mina, {
      type: 'BROADCAST_RTMP',
      scheduledAt: '2030-01-01T00:00:00Z',
    });
    const { status, body } = await service.call(`POST ${rooms}/1/web-rtc-tokens`, { as: mina });
    assert.deepEqual([status, body.errorCode], [400, 'VIDEO_ROOM_TYPE_NOT_SUPPORTED']);
  });

  it('cannot be issued without a media server, and the answer names the remedy', async () => {
    const service = createTestService({ media: noMedia('Install LiveKit.') });
    const mina = await service.login('mina');
    await createRoom(service, mina);
    const { status, body } = await service.call(`POST ${rooms}/1/web-rtc-tokens`, { as: mina });
    assert.deepEqual(
      [status, body],
      [500, { errorCode: 'MEDIA_SERVICE_INTERNAL_SERVER_ERROR', errorMessage: 'Install LiveKit.' }],
    );
    assert.deepEqual(service.failures, []);
  });

  it('does not reveal a failure of the media server', async () => {
    const broken = { ...liveKitMedia, grant: () => Promise.reject(new Error('secret inside')) };
    const service = createTestService({ media: broken });
    const mina = await service.login('mina');
    await createRoom(service, mina);
    const { status, body } = await service.call(`POST ${rooms}/1/web-rtc-tokens`, { as: mina });
    assert.deepEqual([status, body.errorCode], [500, 'MEDIA_SERVICE_INTERNAL_SERVER_ERROR']);
    assert.doesNotMatch(body.errorMessage, /secret/);
    assert.equal(service.failures.length, 1);
  });
});
