import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { describe, it, type TestContext } from 'node:test';
import type { Media, RecordingInMedia } from '../../sandbox/service/media.js';
import type { MadeRecording } from '../../sandbox/service/records.js';
import { signed } from './support/live-room.js';
import { createRoom, liveKitMedia, rooms } from './support/service.js';
import { startOn, temporaryFile } from './support/state-file.js';
import { createTestClock, settled } from './support/test-clock.js';
import { callback, createReceiver, server } from './support/webhook-receiver.js';

/** Starts services on the same file, one after the other, with one clock and one callback. */
function setUp(test: TestContext) {
  const path = temporaryFile(test);
  const receiver = createReceiver();
  const time = createTestClock();
  const { clock } = time;
  const pass = async (milliseconds: number): Promise<void> => {
    time.advance(milliseconds);
    await settled();
  };
  return {
    path,
    receiver,
    pass,
    start: () => startOn(test, path, { clock, sendWebhook: receiver.sendWebhook }),
    isDown: () => (receiver.answer = () => Promise.reject(new TypeError('refused'))),
    isUp: () => (receiver.answer = () => new Response(null, { status: 204 })),
  };
}

type Service = ReturnType<ReturnType<typeof setUp>['start']>;

const register = ({ call }: Service) =>
  call('PUT /v2/apps/me/callback-api', { as: server, json: callback });

describe('a webhook that was not taken before a restart', () => {
  it('is sent by the next start, with the same id', async (test) => {
    const { start, receiver, isDown, isUp, pass } = setUp(test);
    isDown();
    const first = start();
    await register(first);
    await first.login('mina');
    await settled();
    first.end();
    assert.equal(receiver.received.length, 1);

    isUp();
    const second = start();
    await pass(1000);
    const [before, after] = receiver.received;
    assert.deepEqual(after, before);
    const { id, state, attempts } = second.webhooks()[0] ?? {};
    assert.deepEqual([id, state, attempts?.length], [before?.id, 'delivered', 2]);
    second.end();

    start();
    await pass(3_600_000);
    assert.equal(receiver.received.length, 2);
  });

  it('is sent although it had not been tried at all', async (test) => {
    const { start, receiver, isUp, pass } = setUp(test);
    receiver.answer = () => new Promise(() => {});
    const first = start();
    await register(first);
    for (let n = 0; n < 10; n++) await first.login(`m${n}`);
    await settled();
    assert.equal(receiver.received.length, 8);
    first.end();
    isUp();
    start();
    await pass(1000);
    const ids = receiver.received.map(({ id }) => id);
    assert.equal(ids.length, 18);
    assert.deepEqual(ids.slice(8, 16), ids.slice(0, 8));
    assert.equal(new Set(ids).size, 10);
  });

  it('is given up after as many attempts as without a restart', async (test) => {
    const { start, receiver, isDown, pass } = setUp(test);
    isDown();
    let service = start();
    await register(service);
    await service.login('mina');
    await settled();
    for (let n = 0; n < 20; n++) {
      service.end();
      service = start();
      await pass(60_000);
    }
    assert.equal(receiver.received.length, 12);
    assert.equal(service.webhooks()[0]?.state, 'given-up');
  });

  it('waits for its callback, which may be another by now', async (test) => {
    const { start, receiver, isDown, isUp, pass } = setUp(test);
    isDown();
    const first = start();
    await register(first);
    await first.login('mina');
    await settled();
    first.end();
    isUp();
    const { call } = start();
    await settled();
    const json = { ...callback, url: 'http://app.test/new' };
    await call('PUT /v2/apps/me/callback-api', { as: server, json });
    await pass(1000);
    assert.equal(receiver.requests[1]?.url, 'http://app.test/new');
  });
});

describe('the webhooks that were delivered', () => {
  it('are remembered up to a number, and those on their way however many', async (test) => {
    const { start, receiver, path } = setUp(test);
    const first = start();
    await register(first);
    for (let n = 0; n < 510; n++) await first.login(`m${n}`);
    await settled();
    receiver.answer = () => new Promise(() => {});
    await first.login('last');
    first.end();
    const database = new DatabaseSync(path);
    test.after(() => database.close());
    const kept = database.prepare(`SELECT count(*) AS n FROM records WHERE kind = 'webhooks'`);
    assert.equal(kept.get()?.['n'], 501);
  });
});

describe('a recording that ran when the sandbox was killed', () => {
  /** A recorded call, in a service whose media server reports the end of the recording. */
  async function setUpCall(test: TestContext, recording: RecordingInMedia) {
    const { path, receiver } = setUp(test);
    const stopped: MadeRecording[] = [];
    const media: Media = {
      ...liveKitMedia,
      record: () => Promise.resolve(recording),
      stopRecording: (_room, made) => Promise.resolve(void stopped.push(made)),
    };
    const { clock } = createTestClock();
    const restart = () =>
      startOn(test, path, {
        clock,
        media,
        sendWebhook: receiver.sendWebhook,
        mayControl: () => true,
      });
    const first = restart();
    await register(first);
    const mina = await first.login('mina');
    const { id, uuid } = await createRoom(first, mina, { canAutoRoomCompositeRecording: true });
    const webhook = await signed({
      event: 'participant_joined',
      room: { name: uuid, sid: 'RM_1' },
      participant: { sid: 'PA_1', identity: 'mina' },
    });
    assert.equal((await first.call('POST /livekit/webhooks', webhook)).status, 204);
    await settled();
    const ends = (): number =>
      receiver.types().filter((type) => type === 'VIDEO_ROOM_EGRESS_ENDED').length;
    return { first, id, restart, stopped, ends };
  }

  const played = { tellsItsEnd: false, stop: () => Promise.resolve() };

  it('ends with the next start, and is reported to the app once', async (test) => {
    const { first, restart, stopped, ends } = await setUpCall(test, played);
    first.end();
    assert.equal(ends(), 0);
    for (let start = 0; start < 3; start++) {
      const service = restart();
      // Each start does this, because the calls in the file are over.
      service.mediaStopped();
      await settled();
      assert.deepEqual((await service.call('GET /__recordings')).body, { recordings: [] });
      service.end();
    }
    assert.deepEqual([ends(), stopped], [1, [{ tellsItsEnd: false }]]);
  });

  it('and that somebody had just told to stop, is told of too', async (test) => {
    const recording = { tellsItsEnd: false, stop: () => new Promise<void>(() => {}) };
    const { first, id, restart, ends } = await setUpCall(test, recording);
    await first.call(`DELETE /__recordings/${id}`);
    await settled();
    first.end();
    assert.equal(ends(), 0);
    restart();
    await settled();
    assert.equal(ends(), 1);
  });

  it('is ended by its id at a media server that tells its end itself', async (test) => {
    const recording = { ...played, tellsItsEnd: true, egress: 'EG_1' };
    const { first, restart, stopped, ends } = await setUpCall(test, recording);
    first.end();
    restart().mediaStopped();
    await settled();
    assert.deepEqual([ends(), stopped], [0, [{ tellsItsEnd: true, egress: 'EG_1' }]]);
  });
});

describe('a stream of push events that goes on after a restart', () => {
  async function idsAndStates({ fetch }: Service, as: string, lastEventId: number | string = '') {
    const client = new AbortController();
    const response = await fetch(
      new Request('http://service.test/v2/members/me/event-sources', {
        headers: { Authorization: as, ...(lastEventId && { 'Last-Event-ID': `${lastEventId}` }) },
        signal: client.signal,
      }),
    );
    let text = '';
    const read = (async () => {
      for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? [])
        text += chunk;
    })();
    await settled();
    return {
      ids: () => [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id)),
      text: () => text,
      end: async () => {
        client.abort();
        await read;
      },
    };
  }

  it('delivers missed events to members who may still receive them', async (test) => {
    const { start } = setUp(test);
    const first = start();
    const mina = await first.login('mina');
    const jun = await first.login('jun');
    const stream = await idsAndStates(first, jun);
    const room = await createRoom(first, mina);
    const channel = `${rooms}/${room.id}/channel`;
    for (const as of [mina, jun]) await first.call(`POST ${channel}/join`, { as });
    const send = ({ call }: Service, message: string) =>
      call(`POST ${channel}/messages`, { as: mina, json: { message } });
    await send(first, 'Seen');
    await settled();
    const [seen = 0] = stream.ids();
    await stream.end();
    await send(first, 'Missed');
    // Jun has not joined the channel of this room.
    const other = `${rooms}/${(await createRoom(first, mina)).id}/channel`;
    await first.call(`POST ${other}/join`, { as: mina });
    await first.call(`POST ${other}/messages`, { as: mina, json: { message: 'Elsewhere' } });
    await send(first, 'Missed too');
    first.end();

    const second = start();
    const resumed = await idsAndStates(second, jun, seen);
    assert.deepEqual(resumed.ids(), [seen + 1, seen + 4]);
    assert.match(resumed.text(), /"message":"Missed"/);
    await send(second, 'Heard');
    await settled();
    assert.deepEqual(resumed.ids(), [seen + 1, seen + 4, seen + 5]);
    await resumed.end();
    await second.call(`POST ${channel}/members/jun/ban`, { as: mina });
    second.end();

    const banned = await idsAndStates(start(), jun, seen);
    assert.deepEqual(banned.ids(), []);
    await banned.end();
  });
});

describe('the state file of an older sandbox', () => {
  it('which knew no webhooks and no push events, is read as it is', async (test) => {
    const { path, start, receiver } = setUp(test);
    const old = start();
    await register(old);
    const mina = await old.login('mina');
    const { id } = await createRoom(old, mina);
    await settled();
    old.end();
    const database = new DatabaseSync(path);
    database.exec(`DELETE FROM records WHERE kind IN ('webhooks', 'push-events')`);
    database.close();

    const service = start();
    assert.deepEqual(service.webhooks(), []);
    assert.equal((await service.call(`GET ${rooms}/${id}`, { as: mina })).status, 200);
    const before = receiver.received.length;
    await service.login('jun');
    await settled();
    assert.equal(receiver.received.length, before + 1);
  });
});
