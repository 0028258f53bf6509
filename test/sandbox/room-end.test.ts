import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { liveRoom } from './support/live-room.js';
import { liveKitMedia, rooms } from './support/service.js';
import { createTestClock, settled } from './support/test-clock.js';

const scheduledAt = '2026-01-01T01:00:00.000Z';
const hour = 3600_000;
const day = 24 * hour;

async function setUp(fields: object = {}) {
  const time = createTestClock();
  const closed: string[] = [];
  const media = {
    ...liveKitMedia,
    closeRoom: (room: string) => {
      closed.push(room);
      return Promise.resolve();
    },
  };
  const options = { clock: time.clock, media, mayControl: () => true };
  const service = await liveRoom(options, fields);
  // A token expires after a day, and the tests advance the clock further.
  const login = () => service.login('mina');
  const get = async () =>
    (await service.call(`GET ${rooms}/${service.id}`, { as: await login() })).body;
  const put = (json: object, path = `/${service.id}`) =>
    service.call(`PUT /__rooms${path}`, { json });
  return { ...service, time, closed, get, put };
}

describe('a room by the clock', () => {
  it('is CANCELLED when nobody came within a day of its time, and ARCHIVED later', async () => {
    const { get, time } = await setUp({ scheduledAt });
    time.advance(hour + day - 1);
    assert.equal((await get()).videoRoomState, 'SCHEDULED');
    time.advance(1);
    const cancelled = (await get()) as unknown as Record<string, unknown>;
    assert.equal(cancelled['videoRoomState'], 'CANCELLED');
    assert.equal(cancelled['cancelledAt'], '2026-01-02T01:00:00.000Z');
    time.advance(30 * day);
    assert.equal((await get()).videoRoomState, 'ARCHIVED');
  });

  it('is ENDED a month after its last call, and not while somebody is in', async () => {
    const { get, tell, time } = await setUp({ scheduledAt });
    time.advance(hour);
    await tell('participant_joined', 'PA_1');
    time.advance(40 * day);
    assert.equal((await get()).videoRoomState, 'LIVE');
    await tell('participant_left', 'PA_1');
    time.advance(30 * day - 1);
    assert.equal((await get()).videoRoomState, 'LIVE_INACTIVE');
    time.advance(1);
    assert.equal((await get()).videoRoomState, 'ENDED');
  });

  it('without a time to come waits for ever for the first call', async () => {
    const { get, time } = await setUp();
    time.advance(1000 * day);
    assert.equal((await get()).videoRoomState, 'SCHEDULED');
  });

  it('changes after the time that it was told, and says so to those who listen', async () => {
    const { call, fetch, mina, id, put, time, stop } = await setUp({ scheduledAt });
    await call(`POST ${rooms}/${id}/channel/join`, { as: mina });
    const address = 'http://service.test/v2/members/me/event-sources';
    const stream = await fetch(new Request(address, { headers: { Authorization: mina } }));
    let text = '';
    const read = (async () => {
      for await (const part of stream.body?.pipeThrough(new TextDecoderStream()) ?? [])
        text += part;
    })();
    assert.equal((await put({ cancelAfter: 5, archiveAfter: null }, '')).status, 204);
    for (let minute = 0; minute <= 60; minute++) {
      assert.doesNotMatch(text, /CANCELLED/);
      time.advance(60_000);
      await settled();
    }
    time.advance(5_000);
    await settled();
    assert.match(text, /"videoRoomState":"CANCELLED"/);
    stop();
    await read;
    assert.deepEqual(time.waits(), []);
  });
});

describe('a room by hand', () => {
  for (const videoRoomState of ['CANCELLED', 'ENDED', 'ARCHIVED']) {
    it(`becomes ${videoRoomState}: its call ends, and nobody enters any more`, async () => {
      const { call, mina, id, uuid, get, put, tell, closed } = await setUp();
      await tell('participant_joined', 'PA_1');
      const { status, body } = await put({ videoRoomState });
      assert.deepEqual([status, body], [200, { id, videoRoomState }]);
      assert.deepEqual(closed, [uuid]);
      const room = await get();
      assert.equal(room.videoRoomState, videoRoomState);
      assert.ok(room.liveEndedAt);
      const token = await call(`POST ${rooms}/${id}/web-rtc-tokens`, { as: mina });
      assert.deepEqual([token.status, token.body.errorCode], [400, 'VIDEO_ROOM_NOT_OPEN']);
      await tell('participant_left', 'PA_1');
      await tell('participant_joined', 'PA_2', 'RM_2');
      assert.equal((await get()).videoRoomState, videoRoomState);
      const list = `GET ${rooms}?videoRoomState=${videoRoomState}`;
      assert.equal((await call(list, { as: mina })).body.totalElements, 1);
      const { body: channel } = await call(`GET ${rooms}/${id}/channel`, { as: mina });
      assert.equal((channel as unknown as { channelState: string }).channelState, 'CLOSED');
    });
  }

  it('comes into any other state too, and its call goes on', async () => {
    const { get, put, tell, closed } = await setUp();
    await tell('participant_joined', 'PA_1');
    for (const videoRoomState of ['STARTED', 'ACTIVE', 'SCHEDULED', 'LIVE_INACTIVE', 'LIVE']) {
      await put({ videoRoomState });
      assert.equal((await get()).videoRoomState, videoRoomState);
    }
    assert.deepEqual(closed, []);
  });

  it('does not change for an unknown state, an unknown room or a caller without permission', async () => {
    const { call, get, put, id } = await setUp();
    assert.equal((await put({ videoRoomState: 'ASLEEP' })).status, 400);
    assert.equal((await put({ videoRoomState: 'ENDED' }, '/99')).status, 404);
    assert.equal((await put({ cancelAfter: -1 }, '')).status, 400);
    assert.equal((await get()).videoRoomState, 'SCHEDULED');
    const strict = await liveRoom();
    const json = { videoRoomState: 'ENDED' };
    assert.equal((await strict.call(`PUT /__rooms/${strict.id}`, { json })).status, 404);
    assert.equal((await call(`GET /__rooms/${id}`)).status, 400);
  });
});
