import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createAppBackend } from '../../sandbox/app/backend.js';
import { shareInMemory } from '../../sandbox/app/shared.js';
import type { WebhookLogEntry } from '../../sandbox/app/webhook-log.js';
import { demoUsers } from '../../sandbox/demo/users.js';
import { FfcServerClient, type VideoRoom } from '../../src/server/index.js';
import { liveRoom } from './support/live-room.js';
import { app, basic, bearer, rooms } from './support/service.js';
import { createTestClock, settled } from './support/test-clock.js';

const origin = 'http://app.test';
const callback = { id: 'hook', password: 'hunter2' };

/** The sandbox's app and its service, connected without a port. */
async function setUp() {
  const time = createTestClock();
  const service = await liveRoom({
    clock: time.clock,
    tokenLifetime: 60,
    sendWebhook: (request) => Promise.resolve(backend.fetch(request)),
  });
  const client = new FfcServerClient({
    endpoint: 'https://service.test',
    apiKey: app.apiKey,
    apiSecret: app.apiSecret,
    fetch: (url, init) => service.fetch(new Request(url, init)),
  });
  const users = demoUsers(`${origin}/`);
  const config = () => ({ endpoint: 'https://service.test', users, mediaOutage: undefined });
  const shared = shareInMemory();
  const makeBackend = () => createAppBackend({ client, users, callback, shared, config });
  const backend = makeBackend();
  for (const user of users) await client.login(user);
  await client.registerCallback({ url: `${origin}/ffc/webhooks`, ...callback });

  /** Sends a request to the backend as the page of `user` does. */
  async function ask(user: string, route: string, json?: object) {
    const [method = '', path = ''] = route.split(' ');
    const response = await backend.request(origin + path, {
      method,
      headers: { Referer: `${origin}/?user=${user}`, 'Content-Type': 'application/json' },
      ...(json && { body: JSON.stringify(json) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: (text ? JSON.parse(text) : {}) as Record<string, unknown>,
    };
  }
  const status = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).status;
  const create = async (user: string, fields: object = {}): Promise<string> => {
    const json = { type: 'VIDEO_CONFERENCE', ...fields };
    const { status, body } = await ask(user, 'POST /ffc/rooms', json);
    assert.equal(status, 201);
    return `/ffc/rooms/${(body as unknown as VideoRoom).id}`;
  };
  const list = async (user: string, query = ''): Promise<(string | undefined)[]> => {
    const { body } = await ask(user, `GET /ffc/rooms${query}`);
    return (body['content'] as VideoRoom[]).map(({ title }) => title);
  };
  return { ...service, time, client, backend, makeBackend, ask, status, create, list };
}

describe('a host of the sandbox’s app', () => {
  it('creates, changes and deletes rooms of their own', async () => {
    const { ask, create, status } = await setUp();
    const room = await create('mina', { title: 'Standup' });
    const { body } = await ask('mina', `PATCH ${room}`, { title: 'Retro' });
    assert.equal(body['title'], 'Retro');
    assert.equal((body as unknown as VideoRoom).member?.appUserId, 'mina');
    assert.equal(await status('mina', `DELETE ${room}`), 204);
    assert.equal(await status('mina', `GET ${room}`), 404);
  });

  it('does not touch the rooms of others', async () => {
    const { ask, create, status } = await setUp();
    const room = await create('mina', { title: 'Standup' });
    assert.equal(await status('jun', `PATCH ${room}`, { title: 'Mine now' }), 403);
    assert.equal(await status('jun', `DELETE ${room}`), 403);
    assert.equal((await ask('jun', `GET ${room}`)).body['title'], 'Standup');
  });

  it('gets 404 for a room that does not exist', async () => {
    const { status } = await setUp();
    assert.equal(await status('mina', 'DELETE /ffc/rooms/999'), 404);
  });
});

describe('a guest of the sandbox’s app', () => {
  it('lists rooms and gets them', async () => {
    const { create, list, status } = await setUp();
    const room = await create('mina', { title: 'Standup' });
    assert.ok((await list('alex')).includes('Standup'));
    assert.equal(await status('alex', `GET ${room}`), 200);
  });

  it('does not create, change or delete any', async () => {
    const { create, client, status } = await setUp();
    const room = await create('mina');
    const { id } = await client.createRoom({ appUserId: 'alex', type: 'VIDEO_CONFERENCE' });
    assert.equal(await status('alex', 'POST /ffc/rooms', { type: 'VIDEO_CONFERENCE' }), 403);
    for (const path of [room, `/ffc/rooms/${id}`]) {
      assert.equal(await status('alex', `PATCH ${path}`, { title: 'Mine' }), 403);
      assert.equal(await status('alex', `DELETE ${path}`), 403);
      assert.equal(await status('alex', `GET ${path}`), 200);
    }
  });
});

describe('a private room', () => {
  it('is for its owner to see', async () => {
    const { create, list, status } = await setUp();
    const room = await create('mina', { title: 'Secret', accessLevel: 'PRIVATE' });
    assert.equal(await status('mina', `GET ${room}`), 200);
    assert.ok((await list('mina', '?appUserId=mina')).includes('Secret'));
    assert.equal(await status('jun', `GET ${room}`), 403);
    for (const query of ['', '?appUserId=mina', '?accessLevel=PRIVATE']) {
      assert.ok(!(await list('jun', query)).includes('Secret'), query);
    }
  });
});

describe('a stranger to the sandbox’s app', () => {
  it('gets nothing', async () => {
    const { status } = await setUp();
    for (const route of ['POST /ffc/token', 'GET /ffc/rooms', 'GET /ffc/webhook-log']) {
      assert.equal(await status('nobody', route), 401, route);
    }
  });
});

describe('the token of a user of the sandbox’s app', () => {
  it('is renewed when it has expired', async () => {
    const { ask, call, time } = await setUp();
    const token = async () =>
      bearer(String((await ask('sara', 'POST /ffc/token')).body['accessToken']));
    const good = async (as: string) => (await call(`GET ${rooms}`, { as })).status;
    const first = await token();
    assert.equal(await good(first), 200);
    time.advance(61_000);
    assert.equal(await good(first), 401);
    assert.equal(await good(await token()), 200);
  });

  it('is for pages of the app only', async () => {
    const { backend } = await setUp();
    const init = { method: 'POST', headers: { Origin: 'https://elsewhere.test' } };
    const { status } = await backend.request(`${origin}/ffc/token?user=sara`, init);
    assert.equal(status, 403);
  });
});

describe('the webhook log of the sandbox’s app', () => {
  const shown = ({ type, who, room }: WebhookLogEntry) => [type, who, room];

  it('shows who joined and who left, the newest first', async () => {
    const { ask, client, id, tell } = await setUp();
    await client.updateRoom(id, { title: 'Standup' });
    await tell('participant_joined', 'PA_1');
    await settled();
    await tell('participant_left', 'PA_1');
    await settled();
    const { body } = await ask('sara', 'GET /ffc/webhook-log');
    assert.deepEqual((body as unknown as WebhookLogEntry[]).map(shown), [
      ['VIDEO_ROOM_PARTICIPANT_LEFT', 'Mina Kim', 'Standup'],
      ['VIDEO_ROOM_PARTICIPANT_JOINED', 'Mina Kim', 'Standup'],
    ]);
  });

  it('shows an event once in each of two instances, even if both receive it', async () => {
    const { backend, makeBackend } = await setUp();
    const other = makeBackend();
    const send = async (to: typeof backend, credentials = 'hook:hunter2') => {
      const response = await to.request(`${origin}/ffc/webhooks`, {
        method: 'POST',
        headers: { Authorization: basic(credentials), 'Content-Type': 'application/json' },
        body: JSON.stringify({ id: 'e1', type: 'MEMBER_CREATED', data: {} }),
      });
      return response.status;
    };
    const logged = async (of: typeof backend) => {
      const response = await of.request(`${origin}/ffc/webhook-log?user=sara`);
      return ((await response.json()) as WebhookLogEntry[]).length;
    };
    assert.equal(await send(backend, 'hook:guess'), 401);
    assert.deepEqual([await send(backend), await send(other)], [204, 204]);
    assert.deepEqual([await logged(backend), await logged(other)], [1, 1]);
  });
});
