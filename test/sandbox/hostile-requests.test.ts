import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { createMemoryStore } from '../../sandbox/service/memory-store.js';
import { basic, bearer, createRoom, createTestService } from './support/service.js';

const members = '/v2/apps/me/members';
const byApp = '/v2/apps/me/video-rooms';
const byMember = '/v2/members/me/video-rooms';
const routes = [
  ...['GET', 'POST', 'DELETE'].map((method) => `${method} ${members}/ID`),
  ...['login', 'login-as-guest', ''].map((path) => `POST ${members}/${path}`),
  `PATCH ${members}/ID`,
  'PUT /v2/apps/me/callback-api',
  ...[byApp, byMember].flatMap((rooms) => [
    `POST ${rooms}`,
    ...['GET', 'PATCH', 'DELETE', 'PUT', 'PROPFIND'].map((method) => `${method} ${rooms}/ID`),
    `GET ${rooms}/uuid/ID`,
  ]),
  `POST ${byMember}/ID/web-rtc-tokens`,
  `POST ${byMember}/ID/members/ID/web-rtc-tokens`,
  ...['join', 'leave', 'messages', 'members/ID/ban', 'members/ID/set-as-operator'].map(
    (path) => `POST ${byMember}/ID/channel/${path}`,
  ),
  `GET ${byMember}/ID/channel/messages`,
  `GET ${byMember}/ID/channel/members/ID`,
  'POST /livekit/webhooks',
];

const id = fc.oneof(
  fc.constantFrom(
    ...['..', '%2e%2e', '%2F', '..%2f..%2fapps', '%00', '１', '-1', '1.5', '1e9', '0x1', 'null'],
    ...['constructor', '__proto__', '9'.repeat(400), '1;2', '%', '%ff', '1%20', 'uuid'],
  ),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    // Room 1 exists, so its id is not hostile.
    .filter((text) => text !== '1')
    .map(encodeURIComponent),
);
const deep = (open: string, close: string): string => open.repeat(20_000) + close.repeat(20_000);
const body = fc.oneof(
  fc.constantFrom('{', 'null', '[]', '"x"', '1', deep('[', ']'), deep('{"a":', '}')),
  fc.constant(JSON.stringify({ type: 'VIDEO_CONFERENCE', title: 'x'.repeat(100_000) })),
  fc.string({ unit: 'binary', minLength: 1 }).map((text) => `{"type":${text}`),
);
const forged = fc.constantFrom(
  ...[undefined, '', 'Basic', 'Basic ====', basic('key:wrong'), basic('key'), bearer('wrong')],
  bearer(['e30', 'e30', ''].join('.')),
);

it('no request, however malformed, is answered with more than a 4xx, or changes anything', async () => {
  let writes = 0;
  const store = createMemoryStore({
    read: () => [],
    write: () => writes++,
    forget: () => writes++,
  });
  const service = createTestService({ store });
  const mina = await service.login('mina');
  await createRoom(service, mina);
  const before = writes;
  const credentials = fc.oneof(
    forged.map((as) => ({ as, isForged: true })),
    fc.constantFrom(mina, basic('key:secret')).map((as) => ({ as, isForged: false })),
  );

  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...routes),
      fc.array(id, { minLength: 2, maxLength: 2 }),
      body,
      credentials,
      async (route, ids, body, { as, isForged }) => {
        const [method = '', template = ''] = route.split(' ');
        let n = 0;
        const path = template.replace(/\bID\b/g, () => ids[n++] ?? '');
        const request = new Request(`http://service.test${path}`, {
          method,
          headers: {
            'Content-Type': 'application/json',
            ...(as !== undefined && { Authorization: as }),
          },
          ...(method !== 'GET' && { body }),
        });
        const answer = await service.fetch(request);
        const { status } = answer;
        const text = await answer.text();
        const isRead = method === 'GET' && status === 200 && !isForged;
        assert.ok(isRead || (status >= 400 && status < 500), `${route} ${path}: ${status} ${text}`);
        if (!isRead) assert.match(text, /^\{"errorCode":"[A-Z_]+","errorMessage":".+"\}$/);
        assert.equal(writes, before, `${route} ${path} ${body.slice(0, 80)}`);
        assert.deepEqual(service.failures, []);
      },
    ),
    { numRuns: 1500 },
  );
});
