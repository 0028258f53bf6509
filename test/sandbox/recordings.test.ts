import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { createLiveKitMedia } from '../../sandbox/livekit/media.js';
import type { Media } from '../../sandbox/service/media.js';
import { signed } from './support/live-room.js';
import { liveKitKey, liveKitMedia, liveKitSecret, rooms } from './support/service.js';
import { settled } from './support/test-clock.js';
import { setUpReceiver } from './support/webhook-receiver.js';

/** A room with automatic recording, and a media server that logs its requests. */
async function setUp(record?: Media['record'], fields: object = {}) {
  const asked: string[] = [];
  const service = await setUpReceiver(
    {
      media: {
        ...liveKitMedia,
        record: (room) => {
          asked.push(`record ${room}`);
          const stop = () => Promise.resolve(void asked.push(`stop ${room}`));
          return record?.(room) ?? Promise.resolve({ tellsItsEnd: false, stop });
        },
      },
    },
    { canAutoRoomCompositeRecording: true, ...fields },
  );
  const recorded = async (): Promise<number[]> => {
    const { body } = await service.call('GET /__recordings');
    const { recordings } = body as unknown as { recordings: { videoRoomId: number }[] };
    return recordings.map(({ videoRoomId }) => videoRoomId);
  };
  const ends = (): number =>
    service.receiver.types().filter((type) => type === 'VIDEO_ROOM_EGRESS_ENDED').length;
  const tell = async (...facts: Parameters<typeof service.tell>): Promise<void> => {
    await service.tell(...facts);
    await settled();
  };
  const words = (): string[] => asked.map((text) => text.split(' ')[0] ?? '');
  return { ...service, tell, asked, words, recorded, ends };
}

describe('the recording of a call', () => {
  it('begins with the first participant and ends with the last, and is reported to the app', async () => {
    const { tell, asked, recorded, ends, uuid, id, receiver } = await setUp();
    assert.deepEqual(await recorded(), []);
    await tell('participant_joined', 'PA_1');
    await tell('participant_joined', 'PA_2', 'RM_1', 'jun');
    assert.deepEqual(asked, [`record ${uuid}`]);
    assert.deepEqual(await recorded(), [id]);
    await tell('participant_left', 'PA_1');
    assert.equal(ends(), 0);
    await tell('participant_left', 'PA_2');
    assert.deepEqual(asked, [`record ${uuid}`, `stop ${uuid}`]);
    assert.deepEqual(await recorded(), []);
    assert.equal(ends(), 1);
    assert.equal(receiver.received.at(-1)?.type, 'VIDEO_ROOM_EGRESS_ENDED');
  });

  it('begins again with each session', async () => {
    const { tell, words, ends } = await setUp();
    await tell('participant_joined', 'PA_1');
    await tell('room_finished');
    await tell('participant_joined', 'PA_2', 'RM_2');
    await tell('room_finished', undefined, 'RM_2');
    assert.deepEqual(words(), ['record', 'stop', 'record', 'stop']);
    assert.equal(ends(), 2);
  });

  it('can be stopped before, and does not begin again in that session', async () => {
    const { tell, words, call, recorded, ends, id } = await setUp();
    await tell('participant_joined', 'PA_1');
    assert.equal((await call(`DELETE /__recordings/${id}`)).status, 204);
    await settled();
    assert.deepEqual([await recorded(), ends()], [[], 1]);
    assert.equal((await call(`DELETE /__recordings/${id}`)).status, 404);
    await tell('participant_joined', 'PA_2', 'RM_1', 'jun');
    await tell('room_finished');
    assert.deepEqual([words(), ends()], [['record', 'stop'], 1]);
  });

  it('ends with the room, and with the media server', async () => {
    const deleted = await setUp();
    await deleted.tell('participant_joined', 'PA_1');
    await deleted.call(`DELETE ${rooms}/${deleted.id}`, { as: deleted.mina });
    await settled();
    assert.equal(deleted.ends(), 1);
    const died = await setUp();
    await died.tell('participant_joined', 'PA_1');
    died.mediaStopped();
    await settled();
    assert.equal(died.ends(), 1);
  });

  it('is not made where the room does not want it', async () => {
    const { tell, asked, ends } = await setUp(undefined, { canAutoRoomCompositeRecording: false });
    await tell('participant_joined', 'PA_1');
    await tell('room_finished');
    assert.deepEqual([asked, ends()], [[], 0]);
  });

  it('is reported as ended by a media server that records', async () => {
    const stop = () => Promise.resolve();
    const { tell, call, ends, uuid } = await setUp(() =>
      Promise.resolve({ tellsItsEnd: true, stop }),
    );
    await tell('participant_joined', 'PA_1');
    await tell('room_finished');
    assert.equal(ends(), 0);
    const egressInfo = { egressId: 'EG_1', roomName: uuid, status: 'EGRESS_COMPLETE' };
    await call(
      'POST /livekit/webhooks',
      await signed({ id: 'EV_1', event: 'egress_ended', egressInfo }),
    );
    await settled();
    assert.equal(ends(), 1);
  });

  it('that could not begin is not reported as ended', async () => {
    const { tell, ends } = await setUp(() => Promise.reject(new Error('no egress')));
    await tell('participant_joined', 'PA_1');
    await tell('room_finished');
    assert.equal(ends(), 0);
  });
});

describe('a LiveKit that records', () => {
  /** A stand-in for LiveKit's server API, which logs its requests. */
  async function setUpApi(test: TestContext, egressFolder?: string) {
    const asked: [string, Record<string, unknown>][] = [];
    const server = createServer((request, response) => {
      void (async () => {
        let body = '';
        for await (const chunk of request) body += String(chunk);
        const path = (request.url ?? '').replace('/twirp/livekit.', '');
        asked.push([path, JSON.parse(body) as Record<string, unknown>]);
        response.setHeader('Content-Type', 'application/json');
        response.end(JSON.stringify({ egress_id: 'EG_1' }));
      })();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    test.after(() => server.close());
    const { port } = server.address() as AddressInfo;
    const media = createLiveKitMedia({
      key: liveKitKey,
      secret: liveKitSecret,
      apiUrl: () => `http://127.0.0.1:${port}`,
      browserUrl: () => '',
      outage: () => undefined,
      egressFolder,
    });
    return { media, asked };
  }

  it('uses its egress service where there is one, which reports the end itself', async (test) => {
    const { media, asked } = await setUpApi(test, '/out/');
    const recording = await media.record?.('room');
    assert.equal(recording?.tellsItsEnd, true);
    await recording.stop();
    assert.deepEqual(
      asked.map(([path]) => path),
      ['Egress/StartRoomCompositeEgress', 'Egress/StopEgress'],
    );
    assert.match(JSON.stringify(asked[0]?.[1]), /"\/out\/room-\{time\}\.mp4"/);
    assert.match(JSON.stringify(asked[1]?.[1]), /"EG_1"/);
  });

  it('simulates a recording in the metadata of the room if it has no egress service', async (test) => {
    const { media, asked } = await setUpApi(test);
    const recording = await media.record?.('room');
    assert.equal(recording?.tellsItsEnd, false);
    await recording.stop();
    assert.deepEqual(asked, [
      ['RoomService/UpdateRoomMetadata', { room: 'room', metadata: '{"isRecording":true}' }],
      ['RoomService/UpdateRoomMetadata', { room: 'room' }],
    ]);
  });
});
