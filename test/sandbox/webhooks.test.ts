import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { basic, createRoom, createTestService } from './support/service.js';
import { settled } from './support/test-clock.js';
import { callback, createReceiver, server, setUpReceiver } from './support/webhook-receiver.js';

describe('a webhook', () => {
  it('tells who joined and who left, as documented', async () => {
    const { tell, receiver } = await setUpReceiver();
    await tell('participant_joined', 'PA_1');
    await tell('participant_left', 'PA_1');
    await settled();
    assert.deepEqual(receiver.types(), [
      'VIDEO_ROOM_PARTICIPANT_JOINED',
      'VIDEO_ROOM_PARTICIPANT_LEFT',
    ]);
    const [joined, left] = receiver.received;
    const common = {
      videoRoom: {
        id: 1,
        state: 'ACTIVE',
        videoRoomState: 'LIVE',
        type: 'VIDEO_CONFERENCE',
        title: null,
        channelId: 1,
        sessionNo: 1,
      },
      appUser: {
        appUserId: 'mina',
        appUserName: 'mina of key',
        channelMemberType: 'OPERATOR',
        customData: null,
      },
    };
    const at = '2026-01-01T00:00:00.000Z';
    assert.deepEqual(joined?.data, { ...common, joinedAt: at });
    assert.deepEqual(left?.data, {
      ...common,
      videoRoom: { ...common.videoRoom, videoRoomState: 'LIVE_INACTIVE' },
      leftAt: at,
    });
    assert.notEqual(joined.id, left.id);
    assert.deepEqual(joined.app, {
      id: 1,
      state: 'ACTIVE',
      name: 'Test',
      defaultRtmpOutputMode: 'CMAF',
    });
  });

  it('carries the credentials of the callback', async () => {
    const { tell, receiver } = await setUpReceiver();
    await tell('participant_joined', 'PA_1');
    await settled();
    const [request] = receiver.requests;
    assert.equal(request?.url, callback.url);
    assert.equal(request.method, 'POST');
    assert.equal(request.redirect, 'manual');
    const expected = Buffer.from('hook:hunter2 한').toString('base64');
    assert.equal(request.headers.get('Authorization'), `Basic ${expected}`);
    assert.equal(request.headers.get('Content-Type'), 'application/json');
  });

  it('is sent once, however often the media server says the same', async () => {
    const { tell, receiver } = await setUpReceiver();
    await tell('participant_joined', 'PA_1');
    await tell('participant_joined', 'PA_1');
    await settled();
    assert.equal(receiver.received.length, 1);
  });

  it('tells that all have left whose call was cut off', async () => {
    const { tell, receiver, mediaStopped } = await setUpReceiver();
    await tell('participant_joined', 'PA_1');
    await tell('participant_joined', 'PA_2', 'RM_1', 'jun');
    mediaStopped();
    await settled();
    assert.deepEqual(receiver.types().slice(2), [
      'VIDEO_ROOM_PARTICIPANT_LEFT',
      'VIDEO_ROOM_PARTICIPANT_LEFT',
    ]);
  });

  it('reports new and changed members, and scheduled rooms', async () => {
    const { call, mina, login, receiver, ...rest } = await setUpReceiver();
    await login('jun');
    await login('jun');
    await call('PATCH /v2/apps/me/members/jun', { as: server, json: { appUserName: 'Juni' } });
    await createRoom({ call, login, ...rest }, mina, { scheduledAt: '2030-01-01T00:00:00Z' });
    await settled();
    assert.deepEqual(receiver.types(), [
      'MEMBER_CREATED',
      'MEMBER_UPDATED',
      'VIDEO_ROOM_SCHEDULED',
    ]);
  });

  it('of one app is not sent to another', async () => {
    const receiver = createReceiver();
    const { call, login } = createTestService({ sendWebhook: receiver.sendWebhook });
    await call('PUT /v2/apps/me/callback-api', { as: basic('key2:secret'), json: callback });
    await login('mina');
    await settled();
    assert.deepEqual(receiver.received, []);
  });
});

describe('a webhook that was not taken', () => {
  for (const [name, answer] of Object.entries({
    'an error': () => new Response('no', { status: 500 }),
    'a redirect': () => new Response(null, { status: 302, headers: { Location: '/x' } }),
    'no answer': () => Promise.reject(new TypeError('connection refused')),
  })) {
    it(`comes again, later each time, the same: ${name}`, async () => {
      const { tell, receiver, time } = await setUpReceiver();
      receiver.answer = answer;
      await tell('participant_joined', 'PA_1');
      await settled();
      for (const delay of [1000, 2000, 4000, 8000, 16_000]) {
        assert.deepEqual(time.waits(), [delay]);
        time.advance(delay);
        await settled();
      }
      receiver.answer = () => new Response(null, { status: 200 });
      time.advance(32_000);
      await settled();
      assert.deepEqual(time.waits(), []);
      assert.equal(receiver.received.length, 7);
      assert.equal(new Set(receiver.received.map((webhook) => JSON.stringify(webhook))).size, 1);
    });
  }

  it('goes to where the callback is by then', async () => {
    const { tell, receiver, time, register } = await setUpReceiver();
    receiver.answer = () => new Response(null, { status: 503 });
    await tell('participant_joined', 'PA_1');
    await settled();
    await register({ ...callback, url: 'http://app.test/new' });
    time.advance(1000);
    await settled();
    assert.equal(receiver.requests[1]?.url, 'http://app.test/new');
  });

  it('is given up in the end', async () => {
    const { tell, receiver, time, webhooks } = await setUpReceiver();
    receiver.answer = () => new Response(null, { status: 500 });
    await tell('participant_joined', 'PA_1');
    for (let n = 0; n < 20; n++) {
      await settled();
      time.advance(60_000);
    }
    assert.equal(receiver.received.length, 12);
    assert.equal(webhooks()[0]?.state, 'given-up');
  });

  it('is not waited for longer than ten seconds', async () => {
    const { tell, receiver, time, webhooks } = await setUpReceiver();
    receiver.answer = () =>
      new Promise((_resolve, reject) => {
        receiver.requests[0]?.signal.addEventListener('abort', () => reject(new Error('aborted')));
      });
    await tell('participant_joined', 'PA_1');
    await settled();
    time.advance(10_000);
    await settled();
    assert.equal(webhooks()[0]?.attempts[0]?.outcome, 'timeout');
  });

  it('is not sent again by a sandbox that has stopped', async () => {
    const { tell, receiver, time, stop, webhooks } = await setUpReceiver();
    receiver.answer = () => new Response(null, { status: 500 });
    await tell('participant_joined', 'PA_1');
    await settled();
    stop();
    await settled();
    assert.deepEqual(time.waits(), []);
    time.advance(60_000);
    await tell('participant_left', 'PA_1');
    await settled();
    assert.equal(receiver.received.length, 1);
    assert.equal(webhooks()[0]?.state, 'pending');
  });
});

describe('the log of the webhooks', () => {
  it('shows each attempt, and nothing that is secret', async () => {
    const { call, tell, receiver, time, lines } = await setUpReceiver();
    receiver.answer = () => new Response(null, { status: 500 });
    await tell('participant_joined', 'PA_1');
    await settled();
    receiver.answer = () => new Response(null, { status: 204 });
    time.advance(1000);
    await settled();
    const { status, body } = await call('GET /__webhooks');
    assert.equal(status, 200);
    const [entry] = (body as unknown as { webhooks: Record<string, unknown>[] }).webhooks;
    assert.equal(entry?.['state'], 'delivered');
    assert.deepEqual(entry['attempts'], [
      { at: '2026-01-01T00:00:00.000Z', url: 'http://app.test/hooks', outcome: 500 },
      { at: '2026-01-01T00:00:01.000Z', url: 'http://app.test/hooks', outcome: 204 },
    ]);
    assert.deepEqual(lines, [
      'Webhook VIDEO_ROOM_PARTICIPANT_JOINED: 500, attempt 1, pending.',
      'Webhook VIDEO_ROOM_PARTICIPANT_JOINED: 204, attempt 2, delivered.',
    ]);
    assert.doesNotMatch(JSON.stringify(body) + lines.join(), /hunter2|q1|Basic/);
  });

  it('is not there for those who must not steer the sandbox', async () => {
    const { call } = createTestService();
    const { status, body } = await call('GET /__webhooks');
    assert.deepEqual([status, body.errorCode], [404, 'RESOURCE_NOT_FOUND']);
  });
});

describe('a callback', () => {
  for (const [name, fields] of Object.entries({
    'no URL': { url: undefined },
    'a URL that is not http(s)': { url: 'file:///etc/passwd' },
    'a URL with credentials': { url: 'http://a:b@app.test/' },
    'no password': { password: '' },
    'an id with a colon': { id: 'a:b' },
  })) {
    it(`is refused with ${name}`, async () => {
      const { register } = await setUpReceiver();
      const { status, body } = await register({ ...callback, ...fields });
      assert.deepEqual([status, body.errorCode], [400, 'INVALID_HTTP_MESSAGE_BODY']);
      assert.doesNotMatch(body.errorMessage, /hunter2|passwd/);
    });
  }
});
