import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { liveRoom } from './support/live-room.js';
import { otherApp, rooms } from './support/service.js';
import { createTestClock, settled } from './support/test-clock.js';

const path = '/v2/members/me/event-sources';

interface PushMessage {
  readonly messageId: string;
  readonly customData: { readonly videoRoomId: number; readonly videoRoomState: string };
}

/** A service, and clients that listen to it until the test ends. */
async function setUp(test: TestContext) {
  const time = createTestClock();
  const service = await liveRoom({ clock: time.clock });
  test.after(() => service.stop());

  /** Lets a member join the room's channel. Only joined members get events of the room. */
  const joinChannel = (as = service.mina, id = service.id) =>
    service.call(`POST ${rooms}/${id}/channel/join`, { as });

  async function listen(as = service.mina, query = '', headers: Record<string, string> = {}) {
    const client = new AbortController();
    const response = await service.fetch(
      new Request(`http://service.test${path}${query}`, {
        headers: { Authorization: as, ...headers },
        signal: client.signal,
      }),
    );
    let text = '';
    const body = response.body?.pipeThrough(new TextDecoderStream());
    const ended = (async () => {
      for await (const chunk of body ?? []) text += chunk;
    })();
    await settled();
    return {
      response,
      client,
      ended,
      text: () => text,
      ids: () => [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id)),
      messages: () =>
        [...text.matchAll(/^data: (.*)$/gm)].map(([, json]) => JSON.parse(json!) as PushMessage),
    };
  }
  return { ...service, time, listen, joinChannel };
}

describe('the push events', () => {
  it('tell the state of a room when it changes, in the documented shape', async (test) => {
    const { listen, tell, id, joinChannel } = await setUp(test);
    await joinChannel();
    const { response, messages, ids } = await listen();
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('Content-Type'), 'text/event-stream; charset=utf-8');
    assert.equal(response.headers.get('Cache-Control'), 'no-store');
    assert.equal(response.headers.get('Access-Control-Allow-Origin'), '*');
    await tell('participant_joined', 'PA_1');
    await tell('participant_joined', 'PA_2');
    await tell('room_finished');
    await settled();
    assert.deepEqual(
      messages().map(({ customData }) => customData.videoRoomState),
      ['LIVE', 'LIVE_INACTIVE'],
    );
    assert.deepEqual(messages()[0], {
      messageId: String(ids()[0]),
      sentAt: '2026-01-01T00:00:00.000Z',
      origin: 'SYSTEM',
      type: 'SIGNAL',
      deliveryType: 'BROADCAST',
      channelId: id,
      sessionNo: 1,
      message: null,
      customType: 'CHANGE_DATA_CAPTURE',
      customData: { type: 'VIDEO_ROOM', videoRoomId: id, videoRoomState: 'LIVE', playUrl: null },
    });
  });

  it('need a token', async (test) => {
    const { call } = await setUp(test);
    const { status, body } = await call(`GET ${path}`);
    assert.deepEqual([status, body.errorCode], [401, 'EMPTY_MEMBER_ACCESS_TOKEN']);
  });

  it('are only for those who have joined the channel of the room', async (test) => {
    const { listen, login, call, tell, id, joinChannel } = await setUp(test);
    const jun = await login('jun');
    const owner = await listen();
    const guest = await listen(jun);
    const stranger = await listen(await login('mina', otherApp));
    const seen = ({ messages }: typeof owner): string[] =>
      messages().map(({ customData }) => customData.videoRoomState);
    await joinChannel(jun);
    await tell('participant_joined', 'PA_1');
    await settled();
    assert.deepEqual([seen(owner), seen(guest), seen(stranger)], [[], ['LIVE'], []]);
    await joinChannel();
    await call(`POST ${rooms}/${id}/channel/leave`, { as: jun });
    await tell('participant_left', 'PA_1');
    await settled();
    assert.deepEqual([seen(owner), seen(guest)], [['LIVE_INACTIVE'], ['LIVE']]);
  });

  it('go on after the last one that was received', async (test) => {
    const { listen, tell, mina, joinChannel } = await setUp(test);
    await joinChannel();
    const first = await listen();
    await tell('participant_joined', 'PA_1');
    await settled();
    first.client.abort();
    await first.ended;
    await tell('participant_left', 'PA_1');
    await tell('participant_joined', 'PA_2', 'RM_2');
    const [last] = first.ids();
    const missed = [last! + 1, last! + 2];
    assert.deepEqual((await listen(mina, '', { 'Last-Event-ID': String(last) })).ids(), missed);
    assert.deepEqual((await listen(mina, `?Last-Event-ID=${last}`)).ids(), missed);
    assert.deepEqual((await listen(mina, `?lastEventId=${last}`)).ids(), missed);
    assert.deepEqual((await listen(mina)).ids(), []);
  });

  it('carry the messages of a channel to those who have joined it', async (test) => {
    const { listen, call, login, mina, id } = await setUp(test);
    const mine = await listen();
    const other = await listen(await login('jun'));
    await call(`POST ${rooms}/${id}/channel/join`, { as: mina });
    await call(`POST ${rooms}/${id}/channel/messages`, { as: mina, json: { message: 'Hi' } });
    await settled();
    const [pushed] = mine.messages() as unknown as { message: string; channelId: number }[];
    assert.deepEqual([pushed?.message, pushed?.channelId], ['Hi', id]);
    assert.deepEqual(other.messages(), []);
  });

  it('cannot continue after an invalid id', async (test) => {
    const { call, mina } = await setUp(test);
    const { status, body } = await call(`GET ${path}?lastEventId=abc`, { as: mina });
    assert.deepEqual([status, body.errorCode], [400, 'INVALID_HTTP_REQUEST_PARAMETER']);
  });

  it('never leave the line silent for a minute', async (test) => {
    const { listen, time } = await setUp(test);
    const { text } = await listen();
    assert.equal(text(), ': open\n\n');
    time.advance(30_000);
    await settled();
    time.advance(30_000);
    await settled();
    assert.equal(text(), ': open\n\n: heartbeat\n\n: heartbeat\n\n');
  });

  it('end when the client is gone, and leave nothing behind', async (test) => {
    const { listen, time, tell } = await setUp(test);
    const { client, ended, ids } = await listen();
    client.abort();
    await ended;
    await tell('participant_joined', 'PA_1');
    assert.deepEqual([ids(), time.waits()], [[], []]);
  });

  it('end with the token, so that the client gets a new one', async (test) => {
    const { listen, time } = await setUp(test);
    const { ended } = await listen();
    time.advance(24 * 3600_000);
    await ended;
  });

  it('end for a reader that falls far behind, and lose none when it comes back', async (test) => {
    const { listen, call, mina, id, fetch: ask } = await setUp(test);
    const open = async (headers: Record<string, string> = {}) => {
      const all = { Authorization: mina, ...headers };
      const { body } = await ask(new Request(`http://service.test${path}`, { headers: all }));
      return (body ?? assert.fail()).getReader();
    };
    await call(`POST ${rooms}/${id}/channel/join`, { as: mina });
    let reader = await open();
    const quick = await listen();
    for (let n = 0; n < 200; n++) {
      const json = { message: `${n}`.padEnd(5000) };
      await call(`POST ${rooms}/${id}/channel/messages`, { as: mina, json });
    }
    await settled();
    assert.equal(quick.ids().length, 200);

    const got: number[] = [];
    const kept = [0];
    while (got.length < 200) {
      const { done, value } = await reader.read();
      const text = new TextDecoder().decode(value);
      got.push(...[...text.matchAll(/^id: (\d+)$/gm)].map(([, event]) => Number(event)));
      kept.push((kept.pop() ?? 0) + text.length);
      if (!done) continue;
      kept.push(0);
      reader = await open({ 'Last-Event-ID': String(got.at(-1)) });
    }
    await reader.cancel();
    assert.deepEqual(got, quick.ids());
    assert.ok(kept.length > 1 && Math.max(...kept) <= 256 * 1024, kept.join());
  });

  it('end when the service stops', async (test) => {
    const { listen, time, stop } = await setUp(test);
    const { ended } = await listen();
    stop();
    await ended;
    assert.deepEqual(time.waits(), []);
  });
});
