import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  basic,
  createTestReceiver,
  deliver,
  deliverInChunks,
  joined,
  right,
} from './support/webhooks.js';

describe('the webhook receiver, attacked,', () => {
  const strangers: Record<string, string> = {
    'no credentials': '',
    'another password': basic('hook:wrong'),
    'a password that starts alike': basic('hook:비밀번호2'),
    'half the password': basic('hook:비밀'),
    'no password': basic('hook:'),
    'another id': basic('hooK:비밀번호'),
    'nothing behind Basic': 'Basic ',
    'no base64': 'Basic ====',
    'a bearer token': right.replace('Basic', 'Bearer'),
  };
  for (const [name, authorization] of Object.entries(strangers)) {
    it(`refuses ${name}, before it looks at the body`, async () => {
      const { refusalOf, events } = createTestReceiver();
      const answer = await refusalOf(deliver('{', { authorization }));
      assert.deepEqual(answer, [401, 'INVALID_WEBHOOK_CREDENTIALS']);
      assert.equal(events.length, 0);
    });
  }

  const large = JSON.stringify({ ...joined, filler: 'x'.repeat(300_000) });
  const hostile: [name: string, request: () => Request, status: number][] = [
    ['a GET', () => new Request('https://app.test/ffc/webhooks'), 405],
    ['a form', () => deliver(joined, { 'content-type': 'text/plain' }), 415],
    ['a large body', () => deliver(large), 413],
    ['a large body in chunks', () => deliverInChunks(large), 413],
    ['a large Content-Length', () => deliver(joined, { 'content-length': '300000' }), 413],
    ['text that is not JSON', () => deliver('{"id":'), 400],
    ['no body', () => deliver(''), 400],
    ['a list', () => deliver([joined]), 400],
    ['deep lists', () => deliver('['.repeat(100_000)), 400],
    ['no id', () => deliver({ ...joined, id: undefined }), 400],
    ['an empty id', () => deliver({ ...joined, id: ' ' }), 400],
    ['an id that is an object', () => deliver({ ...joined, id: {} }), 400],
    ['a long id', () => deliver({ ...joined, id: 'x'.repeat(201) }), 400],
    ['no type', () => deliver({ ...joined, type: undefined }), 400],
    ['a type of the prototype', () => deliver({ ...joined, type: 'constructor' }), 400],
    ['data of another kind', () => deliver({ ...joined, data: { videoRoom: {} } }), 400],
    ['no data', () => deliver({ ...joined, data: null }), 400],
  ];
  for (const [name, request, status] of hostile) {
    it(`answers ${status} to ${name}`, async () => {
      const { statusOf, events, errors } = createTestReceiver();
      assert.equal(await statusOf(request()), status);
      assert.deepEqual([events.length, errors.length], [0, 0]);
    });
  }

  it('takes data that is deep, and hands it on', async () => {
    const { statusOf, events } = createTestReceiver();
    const deep = `{"id":1,"type":"MEMBER_CREATED","data":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
    assert.equal(await statusOf(deliver(deep)), 204);
    assert.equal(events.length, 1);
  });

  it('answers any body with 204 and one event, or with a documented 4xx and none', async () => {
    const { receive, events, errors } = createTestReceiver();
    const part = fc.oneof(fc.jsonValue(), fc.constantFrom(...Object.values(joined)));
    const body = fc.oneof(
      fc.json(),
      fc.string(),
      fc.record({ id: part, type: part, data: part }, { requiredKeys: [] }),
      fc.record({
        id: fc.uuid(),
        type: fc.constantFrom('VIDEO_ROOM_PARTICIPANT_LEFT', 'VIDEO_ROOM_EGRESS_ENDED', 'NEW'),
        data: fc.record({ videoRoom: part, appUser: part }, { requiredKeys: [] }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(body, async (body) => {
        const before = events.length;
        const answer = await receive(deliver(body));
        if (answer.status === 204) return;
        const { errorCode } = (await answer.json()) as { errorCode: string };
        assert.deepEqual([answer.status, errorCode], [400, 'INVALID_HTTP_MESSAGE_BODY']);
        assert.equal(events.length, before);
      }),
      { numRuns: 1000 },
    );
    assert.deepEqual(errors, []);
  });

  it('lets nobody in by any header but the right one', async () => {
    const { statusOf, events } = createTestReceiver();
    const header = fc.oneof(
      fc.base64String().map((text) => `Basic ${text}`),
      fc.string().map(basic),
    );
    await fc.assert(
      fc.asyncProperty(header, async (authorization) => {
        fc.pre(authorization !== right);
        assert.equal(await statusOf(deliver(joined, { authorization })), 401);
      }),
      { numRuns: 200 },
    );
    assert.equal(events.length, 0);
  });
});
