import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMemoryStore } from '../../sandbox/service/memory-store.js';
import { liveRoom, signed } from './support/live-room.js';
import { createTestClock, settled } from './support/test-clock.js';

describe('the state of a room', () => {
  it('is LIVE from the first join to the last leave', async () => {
    const { tell, get } = await liveRoom();
    await tell('participant_joined', 'PA_1');
    const live = await get();
    assert.deepEqual([live.videoRoomState, live.lastSessionNo], ['LIVE', 1]);
    assert.ok(live.liveStartedAt);
    await tell('participant_joined', 'PA_2');
    await tell('participant_left', 'PA_1');
    assert.equal((await get()).videoRoomState, 'LIVE');
    await tell('participant_left', 'PA_2');
    const over = await get();
    assert.equal(over.videoRoomState, 'LIVE_INACTIVE');
    assert.ok(over.liveEndedAt);
  });

  it('is the same however often a webhook comes', async () => {
    const { tell, get } = await liveRoom();
    await tell('participant_joined', 'PA_1');
    await tell('participant_joined', 'PA_1');
    assert.equal((await get()).lastSessionNo, 1);
    await tell('participant_left', 'PA_1');
    await tell('participant_left', 'PA_1');
    assert.equal((await get()).videoRoomState, 'LIVE_INACTIVE');
  });

  it('stays LIVE when a participant joins again before the old connection ends', async () => {
    const { tell, get } = await liveRoom();
    await tell('participant_joined', 'PA_1');
    await tell('participant_joined', 'PA_2');
    await tell('participant_left', 'PA_1');
    assert.equal((await get()).videoRoomState, 'LIVE');
  });

  it('ends with the call, even if participants seem to be in it', async () => {
    const { tell, get } = await liveRoom();
    await tell('participant_joined', 'PA_1');
    await tell('room_finished');
    assert.equal((await get()).videoRoomState, 'LIVE_INACTIVE');
  });

  it('is not touched by the late end of an earlier call', async () => {
    const { tell, get } = await liveRoom();
    await tell('participant_joined', 'PA_1', 'RM_1');
    await tell('participant_joined', 'PA_2', 'RM_2');
    await tell('participant_left', 'PA_2', 'RM_1');
    await tell('room_finished', undefined, 'RM_1');
    const room = await get();
    assert.deepEqual([room.videoRoomState, room.lastSessionNo], ['LIVE', 2]);
  });

  it('is no longer LIVE when the media server is gone', async () => {
    const { tell, get, mediaStopped } = await liveRoom();
    await tell('participant_joined', 'PA_1');
    mediaStopped();
    assert.equal((await get()).videoRoomState, 'LIVE_INACTIVE');
  });
});

describe('a scheduled room', () => {
  const scheduledAt = '2026-01-01T00:05:00.000Z';

  it('is LIVE when somebody joins at its time or later', async () => {
    const time = createTestClock();
    const { tell, get } = await liveRoom({ clock: time.clock }, { scheduledAt });
    assert.equal((await get()).videoRoomState, 'SCHEDULED');
    time.advance(300_000);
    assert.equal((await get()).videoRoomState, 'SCHEDULED');
    await tell('participant_joined', 'PA_1');
    assert.equal((await get()).videoRoomState, 'LIVE');
  });

  it('becomes LIVE at its time for participants who joined early', async () => {
    const time = createTestClock();
    const { tell, get } = await liveRoom({ clock: time.clock }, { scheduledAt });
    await tell('participant_joined', 'PA_1');
    for (let minute = 0; minute < 5; minute++) {
      assert.equal((await get()).videoRoomState, 'SCHEDULED');
      time.advance(60_000);
      await settled();
    }
    assert.equal((await get()).videoRoomState, 'LIVE');
    assert.deepEqual(time.waits(), []);
  });

  it('stays SCHEDULED when participants who joined early have left', async () => {
    const time = createTestClock();
    const { tell, get } = await liveRoom({ clock: time.clock }, { scheduledAt });
    await tell('participant_joined', 'PA_1');
    await tell('participant_left', 'PA_1');
    time.advance(300_000);
    await settled();
    assert.equal((await get()).videoRoomState, 'SCHEDULED');
  });

  it('that was cancelled stays so', async () => {
    const store = createMemoryStore();
    const { tell, get, call, mina, id } = await liveRoom({ store }, { scheduledAt });
    store.rooms.replace({ ...store.rooms.byId(id)!, state: 'CANCELLED' });
    await tell('participant_joined', 'PA_1');
    assert.equal((await get()).videoRoomState, 'CANCELLED');
    const path = `POST /v2/members/me/video-rooms/${id}/web-rtc-tokens`;
    const { status, body } = await call(path, { as: mina });
    assert.deepEqual([status, body.errorCode], [400, 'VIDEO_ROOM_NOT_OPEN']);
  });
});

describe('a webhook of the media server', () => {
  it('about an unknown room or an unknown event changes nothing', async () => {
    const { call, tell, get } = await liveRoom();
    const unknown = { event: 'participant_joined', room: { name: 'other', sid: 'RM_1' } };
    const { status } = await call('POST /livekit/webhooks', await signed(unknown));
    assert.equal(status, 204);
    await tell('egress_paused_for_tea');
    await tell('participant_joined');
    assert.equal((await get()).videoRoomState, 'SCHEDULED');
  });

  it('is refused without the signature of the media server', async () => {
    const { call } = await liveRoom();
    const { as, body } = await signed({ event: 'room_finished' });
    const forged = await signed({ event: 'room_finished' }, 'another secret of 32 characters..');
    for (const webhook of [{ body }, { as, body: `${body} ` }, forged, { as: 'Bearer x', body }]) {
      const answer = await call('POST /livekit/webhooks', webhook);
      assert.deepEqual([answer.status, answer.body.errorCode], [401, 'INVALID_WEBHOOK_SIGNATURE']);
    }
  });
});
