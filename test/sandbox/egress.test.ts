import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { signed } from './support/live-room.js';
import { settled } from './support/test-clock.js';
import { setUpReceiver } from './support/webhook-receiver.js';

/** A room, and a function that reports the end of an egress as LiveKit does. */
async function setUp() {
  const service = await setUpReceiver();
  return {
    ...service,
    endEgress: async (egressId: string, roomName = service.uuid, event = 'egress_ended') => {
      const egressInfo = { egressId, roomName, status: 'EGRESS_COMPLETE' };
      const { status } = await service.call(
        'POST /livekit/webhooks',
        await signed({ id: `EV_${egressId}`, event, egressInfo }),
      );
      assert.equal(status, 204);
      await settled();
    },
  };
}

describe('the end of an egress', () => {
  it('is reported to the app, with the room as documented', async () => {
    const { tell, endEgress, receiver, id } = await setUp();
    await tell('participant_joined', 'PA_1');
    await endEgress('EG_1');
    assert.equal(receiver.received.length, 2);
    const webhook = receiver.received[1];
    assert.equal(webhook?.type, 'VIDEO_ROOM_EGRESS_ENDED');
    assert.deepEqual(webhook.data, {
      videoRoom: {
        id,
        state: 'ACTIVE',
        videoRoomState: 'LIVE',
        type: 'VIDEO_CONFERENCE',
        title: null,
        channelId: id,
        sessionNo: 1,
      },
    });
  });

  it('is reported once per egress, even if the media server reports it again', async () => {
    const { endEgress, receiver } = await setUp();
    await endEgress('EG_1');
    await endEgress('EG_1');
    await endEgress('EG_2');
    assert.deepEqual(receiver.types(), ['VIDEO_ROOM_EGRESS_ENDED', 'VIDEO_ROOM_EGRESS_ENDED']);
  });

  it('changes nothing about the room', async () => {
    const { endEgress, get } = await setUp();
    const before = await get();
    await endEgress('EG_1');
    assert.deepEqual(await get(), before);
  });

  it('is not reported for unknown rooms or for earlier states of an egress', async () => {
    const { endEgress, receiver, uuid } = await setUp();
    await endEgress('EG_1', 'another');
    await endEgress('EG_1', uuid, 'egress_started');
    await endEgress('EG_1', uuid, 'egress_updated');
    assert.deepEqual(receiver.received, []);
  });
});
