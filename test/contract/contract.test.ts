import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { asApp, asMember, pushRequest, send, type Answer, type Body } from './support/target.js';

// Not here: registering a callback, which would take the place of the real app's own, and what
// needs an app with another policy. Of its own for each run, because the real service remembers earlier ones.
const run = crypto.randomUUID().slice(0, 8);
const minaId = `mina${run}`;
const junId = `jun${run}`;
const app = asApp();
const type = 'VIDEO_CONFERENCE';

let minaToken = '';
let mina = asMember(undefined);
let jun = asMember(undefined);
const made: number[] = [];

before(async () => {
  minaToken = (await app('POST /members/login', { appUserId: minaId })).body.accessToken;
  mina = asMember(minaToken);
  jun = asMember((await app('POST /members/login', { appUserId: junId })).body.accessToken);
});

after(async () => {
  for (const id of made) await app(`DELETE /video-rooms/${id}`);
  await app(`DELETE /members/${minaId},${junId}`);
});

async function makeRoom(fields: object = {}): Promise<Body> {
  const { status, body } = await mina('POST /video-rooms', { type, ...fields });
  assert.equal(status, 201);
  made.push(body.id);
  return body;
}

function refused({ status, body }: Answer, expected: number, errorCode?: string): void {
  assert.equal(status, expected);
  assert.ok(body.errorCode);
  if (errorCode) assert.equal(body.errorCode, errorCode);
}

describe('the member API', () => {
  it('says who is asking', async () => {
    const { status, body } = await mina('GET ');
    assert.deepEqual([status, body.appUserId], [200, minaId]);
  });

  it('refuses who has no token, or a wrong one', async () => {
    refused(await asMember(undefined)('GET '), 401);
    refused(await asMember('wrong')('GET '), 401);
  });

  it('creates, gets, changes and deletes a room', async () => {
    const room = await makeRoom({ title: `One ${run}` });
    assert.deepEqual([room.type, room.title], [type, `One ${run}`]);
    assert.equal((await jun(`GET /video-rooms/${room.id}`)).body.uuid, room.uuid);
    assert.equal((await jun(`GET /video-rooms/uuid/${room.uuid}`)).body.id, room.id);
    const changed = await mina(`PATCH /video-rooms/${room.id}`, { title: `Two ${run}` });
    assert.deepEqual([changed.status, changed.body.title], [200, `Two ${run}`]);
    assert.equal(Math.floor((await mina(`DELETE /video-rooms/${room.id}`)).status / 100), 2);
    refused(await mina(`GET /video-rooms/${room.id}`), 404, 'VIDEO_ROOM_NOT_FOUND');
  });

  it('issues RTC tokens, with the password where there is one', async () => {
    const { id } = await makeRoom({ password: 'open sesame' });
    const path = `POST /video-rooms/${id}/web-rtc-tokens`;
    refused(await jun(path, { password: 'wrong' }), 403);
    const { status, body } = await jun(path, { password: 'open sesame' });
    assert.equal(status, 201);
    assert.match(body.webRtcServerUrl, /^wss?:/);
    assert.ok(body.webRtcToken);
  });

  it('carries messages in the channel of a room', async () => {
    const { id } = await makeRoom();
    const channel = `/video-rooms/${id}/channel`;
    assert.equal((await mina(`GET ${channel}`)).status, 200);
    assert.equal((await mina(`POST ${channel}/join`)).status, 204);
    assert.equal((await jun(`POST ${channel}/join`)).status, 204);
    for (const message of ['Hi', 'there']) {
      assert.equal((await mina(`POST ${channel}/messages`, { message })).status, 204);
    }
    const { content } = (await jun(`GET ${channel}/messages?limit=10`)).body;
    assert.deepEqual(content.map(({ message }) => message).sort(), ['Hi', 'there']);
    assert.equal((await mina(`GET ${channel}/members`)).body.totalElements, 2);
    assert.equal((await mina(`GET ${channel}/members/${junId}`)).status, 200);
    for (const decision of ['set-as-operator', 'set-as-member', 'ban']) {
      const { status } = await mina(`POST ${channel}/members/${junId}/${decision}`);
      assert.equal(status, 204, decision);
    }
    refused(await jun(`POST /video-rooms/${id}/web-rtc-tokens`, {}), 403);
    assert.equal((await mina(`POST ${channel}/leave`)).status, 204);
  });

  it('pushes events as a stream', async () => {
    const client = new AbortController();
    const response = await send(pushRequest(minaToken, client.signal));
    assert.equal(response.status, 200);
    assert.match(response.headers.get('Content-Type') ?? '', /^text\/event-stream/);
    await response.body?.cancel();
    client.abort();
  });
});

describe('a documented error', () => {
  const long = 'x'.repeat(51);
  const eleven = Object.fromEntries(Array.from({ length: 11 }, (_, n) => [`item${n}`, 'x']));
  const badRooms: Record<string, unknown> = {
    INVALID_HTTP_MESSAGE_BODY: '{"type":',
    EMPTY_VIDEO_ROOM_TYPE: {},
    EMPTY_VIDEO_ROOM_SCHEDULED_AT: { type: 'BROADCAST_RTMP' },
    CUSTOM_TYPE_SIZE_UPPER_LIMIT_EXCEEDED: { type, customType: long },
    CUSTOM_DATA_ITEM_COUNT_UPPER_LIMIT_EXCEEDED: { type, customData: eleven },
    CUSTOM_DATA_ITEM_NAME_SIZE_UPPER_LIMIT_EXCEEDED: { type, customData: { [long]: 'x' } },
    CUSTOM_DATA_ITEM_VALUE_SIZE_UPPER_LIMIT_EXCEEDED: { type, customData: { x: long } },
  };
  for (const [errorCode, json] of Object.entries(badRooms)) {
    it(`of a room: ${errorCode}`, async () => {
      refused(await mina('POST /video-rooms', json), 400, errorCode);
    });
  }

  it('of a path: UNSUPPORTED_HTTP_METHOD', async () => {
    refused(await mina('PUT /video-rooms', {}), 400, 'UNSUPPORTED_HTTP_METHOD');
  });

  it('of a member: EMPTY_APP_USER_ID, INVALID_APP_USER_ID_FORMAT, MEMBER_NOT_FOUND', async () => {
    refused(await app('POST /members', {}), 400, 'EMPTY_APP_USER_ID');
    refused(await app('POST /members', { appUserId: 'a b' }), 400, 'INVALID_APP_USER_ID_FORMAT');
    refused(await app(`GET /members/nobody${run}`), 404, 'MEMBER_NOT_FOUND');
  });

  it('of a room by the app: EMPTY_VIDEO_ROOM_APP_USER_ID', async () => {
    refused(await app('POST /video-rooms', { type }), 400, 'EMPTY_VIDEO_ROOM_APP_USER_ID');
  });

  it('of credentials: EMPTY_APP_CREDENTIALS, INVALID_APP_CREDENTIALS', async () => {
    refused(await asApp(null)('GET /members'), 401, 'EMPTY_APP_CREDENTIALS');
    refused(await asApp('wrong:wrong')('GET /members'), 401, 'INVALID_APP_CREDENTIALS');
  });
});

describe('the server API', () => {
  it('registers, changes, lists, gets and deletes members', async () => {
    const appUserId = `sara${run}`;
    assert.equal((await app('POST /members', { appUserId })).status, 201);
    const changed = await app(`PATCH /members/${appUserId}`, { appUserName: 'Sara' });
    assert.deepEqual([changed.status, changed.body.appUserName], [200, 'Sara']);
    assert.equal((await app(`GET /members/${appUserId}`)).body.appUserName, 'Sara');
    assert.equal((await app(`GET /members?appUserId=${appUserId}`)).body.totalElements, 1);
    assert.equal((await app(`DELETE /members/${appUserId}`)).status, 204);
    refused(await app(`GET /members/${appUserId}`), 404, 'MEMBER_NOT_FOUND');
  });

  it('logs guests in', async () => {
    const { body } = await app('POST /members/login-as-guest', {});
    const { appUserId } = (await asMember(body.accessToken)('GET ')).body;
    assert.equal((await app(`DELETE /members/${appUserId}`)).status, 204);
  });

  it('creates, lists, gets, changes and deletes the rooms of members', async () => {
    const { status, body } = await app('POST /video-rooms', { type, appUserId: minaId });
    assert.equal(status, 201);
    const list = await app(`GET /video-rooms?appUserId=${minaId}&sortBy=CREATED_AT_DESC`);
    assert.equal(list.body.content[0]?.id, body.id);
    assert.equal((await app(`GET /video-rooms/${body.id}`)).status, 200);
    assert.equal((await app(`PATCH /video-rooms/${body.id}`, { title: 'x' })).body.title, 'x');
    assert.equal((await app(`DELETE /video-rooms/${body.id}`)).status, 204);
  });
});

describe('paging', () => {
  const page = async (query: string): Promise<Body> =>
    (await mina(`GET /video-rooms?keyword=${run}p&sortBy=CREATED_AT_ASC&${query}`)).body;

  before(async () => {
    for (const n of [1, 2, 3]) await makeRoom({ title: `${run}p ${n}` });
  });

  it('gives ten at a time when nothing is said', async () => {
    const { size, number, totalElements, first, last } = await page('');
    assert.deepEqual([size, number, totalElements, first, last], [10, 0, 3, true, true]);
  });

  it('says where the first and the last page are', async () => {
    const first = await page('page=1&pageSize=2');
    assert.deepEqual([first.numberOfElements, first.first, first.last], [2, true, false]);
    const last = await page('page=2&pageSize=2');
    assert.deepEqual([last.numberOfElements, last.first, last.last], [1, false, true]);
    assert.equal(last.totalPages, 2);
    const ids = [...first.content, ...last.content].map(({ id }) => id);
    assert.equal(new Set(ids).size, 3);
  });

  it('is empty after the end', async () => {
    const { empty, last, totalElements } = await page('page=9&pageSize=2');
    assert.deepEqual([empty, last, totalElements], [true, true, 3]);
  });
});
