import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { describe, it } from 'node:test';
import { FfcServerClient } from '../../src/server/index.js';
import {
  createScriptedClient,
  createTestBackend,
  credentials,
  failsWith,
  jsonAnswer,
} from './support/backend.js';

const type = 'VIDEO_CONFERENCE';

describe("the server client's members", () => {
  it('are registered once, changed, got and listed', async () => {
    const { client } = createTestBackend();
    const first = await client.upsertMember({ appUserId: 'mina', customData: { team: 'a' } });
    const again = await client.upsertMember({ appUserId: 'mina', appUserName: 'Mina' });
    assert.equal(again.id, first.id);
    assert.deepEqual(again.customData, { team: 'a' });
    const changed = await client.updateMember('mina', { appUserName: 'M' });
    assert.deepEqual(await client.getMember('mina'), changed);
    const page = await client.listMembers({ appUserName: 'm' });
    assert.deepEqual(page.content, [changed]);
  });

  it('are paged from 0', async () => {
    const { client } = createTestBackend();
    for (const appUserId of ['a', 'b', 'c']) await client.upsertMember({ appUserId });
    const sortBy = 'CREATED_AT_ASC';
    const pages = await Promise.all(
      [0, 1].map((page) => client.listMembers({ page, pageSize: 2, sortBy })),
    );
    assert.deepEqual(
      pages.map(({ content, number, last }) => [content.map((m) => m.appUserId), number, last]),
      [
        [['a', 'b'], 0, false],
        [['c'], 1, true],
      ],
    );
  });

  it('are deleted, several at once', async () => {
    const { client } = createTestBackend();
    for (const appUserId of ['a', 'b', 'c']) await client.upsertMember({ appUserId });
    await client.deleteMembers(['a', 'c']);
    const { content } = await client.listMembers();
    assert.deepEqual(
      content.map((member) => member.appUserId),
      ['b'],
    );
    await assert.rejects(client.getMember('a'), failsWith({ reason: 'not-found', status: 404 }));
  });

  it('log in, known to the app or as guests, with tokens that the member API takes', async () => {
    const { client, service } = createTestBackend();
    const tokens = [
      await client.login({ appUserId: 'mina', appUserName: 'Mina' }),
      await client.loginAsGuest({ appUserName: 'Visitor' }),
    ];
    const names = tokens.map(async ({ accessToken }) => {
      const headers = { authorization: `Bearer ${accessToken}` };
      const answer = await service.fetch(
        new Request('https://service.test/v2/members/me', { headers }),
      );
      return ((await answer.json()) as { appUserName: string }).appUserName;
    });
    assert.deepEqual(await Promise.all(names), ['Mina', 'Visitor']);
  });

  for (const appUserId of ['', '..', 'a/b', 'a,b', 'login%2f', 'mina kim', '미나']) {
    it(`with the id ${JSON.stringify(appUserId)} are refused before anything is sent`, async () => {
      const { client, sent } = createTestBackend();
      const refused = failsWith({ reason: 'invalid-request', stage: 'setup' });
      await assert.rejects(client.getMember(appUserId), refused);
      await assert.rejects(client.updateMember(appUserId, {}), refused);
      await assert.rejects(client.deleteMembers([appUserId]), refused);
      await assert.rejects(client.issueRtcToken(1, appUserId), refused);
      assert.equal(sent.length, 0);
    });
  }

  it('are never all deleted by an empty list', async () => {
    const { client, sent } = createTestBackend();
    await assert.rejects(client.deleteMembers([]), failsWith({ errorCode: 'EMPTY_APP_USER_ID' }));
    assert.equal(sent.length, 0);
  });
});

describe("the server client's rooms", () => {
  it('are created for a member, got by id and uuid, listed, changed and deleted', async () => {
    const { client } = createTestBackend();
    await client.upsertMember({ appUserId: 'mina' });
    const room = await client.createRoom({ appUserId: 'mina', type, title: 'One' });
    assert.deepEqual([room.title, room.member?.appUserId], ['One', 'mina']);
    assert.deepEqual(await client.getRoom(room.id), room);
    assert.deepEqual(await client.getRoom(room.uuid!), room);
    assert.deepEqual((await client.listRooms({ keyword: 'one' })).content, [room]);
    assert.equal((await client.updateRoom(room.id, { title: 'Two' })).title, 'Two');
    await client.deleteRoom(room.id);
    await assert.rejects(client.getRoom(room.id), failsWith({ reason: 'room-not-found' }));
  });

  it('belong to members that exist', async () => {
    const { client } = createTestBackend();
    await assert.rejects(
      client.createRoom({ appUserId: 'nobody', type }),
      failsWith({ status: 404, errorCode: 'MEMBER_NOT_FOUND' }),
    );
  });

  it('are refused by ids that could lead elsewhere', async () => {
    const { client, sent } = createTestBackend();
    await assert.rejects(client.getRoom('../members'), failsWith({ reason: 'invalid-room-id' }));
    assert.equal(sent.length, 0);
  });
});

describe('calls as they are sent', () => {
  it('ask for an RTC token on behalf of a member', async () => {
    const grant = { webRtcServerUrl: 'wss://media.test', webRtcToken: 'rtc' };
    const { client, sent } = createScriptedClient(jsonAnswer(grant, 201));
    assert.deepEqual(await client.issueRtcToken(7, 'mina', { password: 'x' }), grant);
    const [request] = sent;
    assert.equal(request?.method, 'POST');
    assert.equal(
      request.url,
      'https://service.test/v2/members/me/video-rooms/7/members/mina/web-rtc-tokens',
    );
    assert.deepEqual(await request.json(), { password: 'x' });
  });

  it('tell a wrong password from another refusal', async () => {
    const no = (): Response => jsonAnswer({ errorCode: 'NO' }, 403);
    const { client } = createScriptedClient(no(), no());
    await assert.rejects(
      client.issueRtcToken(7, 'mina', { password: 'x' }),
      failsWith({ reason: 'wrong-password' }),
    );
    await assert.rejects(client.issueRtcToken(7, 'mina'), failsWith({ reason: 'forbidden' }));
  });

  it('register the callback', async () => {
    const { client, sent } = createScriptedClient(new Response(null, { status: 204 }));
    const callback = { url: 'https://app.test/hooks', id: 'hook', password: 'pass' };
    await client.registerCallback(callback);
    assert.equal(sent[0]?.method, 'PUT');
    assert.equal(sent[0].url, 'https://service.test/v2/apps/me/callback-api');
    assert.deepEqual(await sent[0].json(), callback);
  });
});

describe('the server client', () => {
  it('reaches the hosts that the short names stand for', async () => {
    const asked: string[] = [];
    for (const endpoint of ['sandbox', 'production']) {
      const { client } = createTestBackend({
        endpoint,
        fetch: (url) => {
          asked.push(url as string);
          return Promise.resolve(jsonAnswer({ accessToken: 'token' }));
        },
      });
      await client.login({ appUserId: 'mina' });
    }
    assert.deepEqual(asked, [
      'https://portal-sandbox.flipflop.cloud/v2/apps/me/members/login',
      'https://portal.flipflop.cloud/v2/apps/me/members/login',
    ]);
  });

  it('says that the credentials are wrong, and asks only once', async () => {
    const { client, sent } = createTestBackend({ apiSecret: 'wrong' });
    await assert.rejects(
      client.listRooms(),
      failsWith({ reason: 'token-rejected', status: 401, errorCode: 'INVALID_APP_CREDENTIALS' }),
    );
    assert.equal(sent.length, 1);
  });

  it('sends credentials of any language', async () => {
    const { client, sent } = createTestBackend({ apiKey: 'ключ', apiSecret: '비밀' });
    await client.listRooms().catch(() => {});
    const header = sent[0]?.headers.get('authorization') ?? '';
    assert.equal(Buffer.from(header.slice(6), 'base64').toString(), 'ключ:비밀');
  });

  it('tries again after an outage, except requests that would act twice', async () => {
    const outage = (): Response => jsonAnswer({}, 503);
    const login = createScriptedClient(outage(), jsonAnswer({ accessToken: 'token' }));
    assert.equal((await login.client.login({ appUserId: 'mina' })).accessToken, 'token');
    const guest = createScriptedClient(outage());
    await assert.rejects(guest.client.loginAsGuest(), failsWith({ reason: 'server-error' }));
    const room = createScriptedClient(outage());
    await assert.rejects(room.client.createRoom({ appUserId: 'mina', type }));
    assert.deepEqual([guest.sent.length, room.sent.length], [1, 1]);
  });

  it('does not follow a redirect with the secret', async () => {
    const elsewhere = new Response(null, {
      status: 307,
      headers: { location: 'http://evil.test' },
    });
    const { client, sent } = createScriptedClient(elsewhere);
    await assert.rejects(client.listRooms(), failsWith({ reason: 'invalid-response' }));
    assert.deepEqual([sent.length, sent[0]?.redirect], [1, 'manual']);
  });

  it('can be cancelled', async () => {
    const { client } = createTestBackend();
    const signal = AbortSignal.abort();
    await assert.rejects(client.listRooms({}, { signal }), failsWith({ reason: 'aborted' }));
  });

  it('shows the secret nowhere: not printed, not as JSON, not in errors or logs', async () => {
    const apiSecret = 'hunter2';
    const said: unknown[] = [];
    const logger = {
      debug: (...facts: unknown[]) => said.push(facts),
      warn: (...facts: unknown[]) => said.push(facts),
    };
    const failing = { fetch: () => Promise.reject(new TypeError('fetch failed')) };
    for (const options of [{}, failing]) {
      const { client } = createTestBackend({
        apiSecret,
        logger,
        retry: { baseDelayMs: 0 },
        ...options,
      });
      said.push(JSON.stringify(client), client);
      said.push(await client.listRooms().catch((error: unknown) => error));
    }
    const text = inspect(said, { depth: 20, showHidden: true });
    assert.ok(!text.includes(apiSecret));
    assert.ok(!text.includes(btoa(`key:${apiSecret}`)));
  });

  it('refuses to work where there is a page', () => {
    Object.assign(globalThis, { window: {}, document: {} });
    try {
      assert.throws(
        () => new FfcServerClient({ endpoint: 'sandbox', ...credentials }),
        failsWith({ reason: 'invalid-state', message: /must not run in a browser/ }),
      );
    } finally {
      Reflect.deleteProperty(globalThis, 'window');
      Reflect.deleteProperty(globalThis, 'document');
    }
  });
});
