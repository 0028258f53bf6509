import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Clock } from '../../sandbox/service/clock.js';
import { createTestClock } from './support/test-clock.js';
import {
  createRoom,
  createTestService,
  liveKitMedia,
  otherApp,
  rooms,
  type Answer,
} from './support/service.js';

interface Message {
  readonly messageId: string;
  readonly message: string;
}

interface ChannelMember {
  readonly channelMemberState: string;
  readonly channelMemberType: string;
  readonly appUser: { readonly appUserId: string };
}

const memberIn = ({ body }: Answer) => body as unknown as ChannelMember;
const roleIn = (answer: Answer): string => memberIn(answer).channelMemberType;

async function setUp(fields: object = {}, clock?: Clock) {
  const removed: string[] = [];
  const media = {
    ...liveKitMedia,
    removeParticipant: (_room: string, identity: string) => {
      removed.push(identity);
      return Promise.resolve();
    },
  };
  const service = createTestService({ media, ...(clock && { clock }) });
  const mina = await service.login('mina');
  const jun = await service.login('jun');
  const room = await createRoom(service, mina, fields);
  const channel = `${rooms}/${room.id}/channel`;
  const { call } = service;
  return {
    ...service,
    mina,
    jun,
    room,
    channel,
    removed,
    join: (as: string) => call(`POST ${channel}/join`, { as }),
    send: (as: string, message: string) =>
      call(`POST ${channel}/messages`, { as, json: { message } }),
    list: async (as: string, query = '') => {
      const answer = await call(`GET ${channel}/messages${query}`, { as });
      const content = (answer.body.content ?? []) as unknown as readonly Message[];
      return { ...answer, content, texts: content.map(({ message }) => message) };
    },
    decide: (as: string, appUserId: string, decision: string) =>
      call(`POST ${channel}/members/${appUserId}/${decision}`, { as }),
    token: (as: string) => call(`POST ${rooms}/${room.id}/web-rtc-tokens`, { as }),
  };
}

function refused({ status, body }: Answer, expected: number, errorCode: string): void {
  assert.deepEqual([status, body.errorCode], [expected, errorCode]);
}

describe('the channel of a room', () => {
  it('is the one that the room names', async () => {
    const { call, jun, channel, room } = await setUp();
    const { status, body } = await call(`GET ${channel}`, { as: jun });
    assert.equal(status, 200);
    const { channel: named } = room as unknown as { channel: object };
    assert.deepEqual({ ...body, ...named }, body);
  });

  it('is hidden from other apps, and gone with its room', async () => {
    const { call, login, mina, channel, room, join } = await setUp();
    const stranger = await login('mina', otherApp);
    refused(await call(`GET ${channel}`, { as: stranger }), 404, 'VIDEO_ROOM_NOT_FOUND');
    refused(await join(stranger), 404, 'VIDEO_ROOM_NOT_FOUND');
    await call(`DELETE ${rooms}/${room.id}`, { as: mina });
    refused(await call(`GET ${channel}`, { as: mina }), 404, 'VIDEO_ROOM_NOT_FOUND');
  });

  it('is read and written by those who have joined', async () => {
    const { call, jun, channel, join, send, list } = await setUp();
    refused(await send(jun, 'Hi'), 403, 'NOT_CHANNEL_MEMBER');
    refused(await list(jun), 403, 'NOT_CHANNEL_MEMBER');
    assert.equal((await join(jun)).status, 204);
    assert.equal((await join(jun)).status, 204);
    assert.equal((await send(jun, 'Hi')).status, 204);
    assert.deepEqual((await list(jun)).texts, ['Hi']);
    assert.equal((await call(`POST ${channel}/leave`, { as: jun })).status, 204);
    refused(await send(jun, 'Bye'), 403, 'NOT_CHANNEL_MEMBER');
  });

  it('shows a message with all that a message has', async () => {
    const { call, mina, channel, join, list } = await setUp();
    await join(mina);
    const json = { message: 'Hi', customType: 'greeting', customData: { tone: 'warm' } };
    await call(`POST ${channel}/messages`, { as: mina, json });
    const { sentAt, ...message } = (await list(mina)).content[0] as unknown as { sentAt: string };
    assert.ok(Date.parse(sentAt));
    assert.deepEqual(message, {
      messageId: '1',
      origin: 'MEMBER',
      type: 'MESSAGE',
      channelMember: {
        type: 'OPERATOR',
        appUser: { appUserId: 'mina', appUserName: 'mina of key', appUserProfileImgUrl: null },
      },
      sessionNo: 0,
      ...json,
    });
  });

  it('gives messages a part at a time, oldest first, in either direction', async () => {
    const { mina, join, send, list } = await setUp();
    await join(mina);
    for (const text of ['1', '2', '3', '4', '5']) await send(mina, text);
    const latest = await list(mina, '?limit=2');
    assert.deepEqual([latest.texts, latest.body.last], [['4', '5'], false]);
    const [{ messageId }] = latest.content as [Message];
    const older = await list(mina, `?limit=3&messageId=${messageId}`);
    assert.deepEqual([older.texts, older.body.last], [['1', '2', '3'], true]);
    const newer = await list(mina, `?messageId=${messageId}&direction=AFTER`);
    assert.deepEqual(newer.texts, ['5']);
    assert.deepEqual((await list(mina, '?direction=AFTER&limit=1')).texts, ['1']);
    assert.deepEqual((await list(mina, '?direction=BEFORE&limit=1')).texts, ['5']);
    // The guides name these directions, but do not define them.
    assert.deepEqual((await list(mina, '?direction=NEXT&limit=1')).texts, ['1']);
    assert.deepEqual((await list(mina, '?direction=PREVIOUS&limit=1')).texts, ['5']);
  });

  for (const query of ['limit=0', 'limit=x', 'direction=UP', 'messageId=-1']) {
    it(`refuses ${query}`, async () => {
      const { mina, join, list } = await setUp();
      await join(mina);
      refused(await list(mina, `?${query}`), 400, 'INVALID_HTTP_REQUEST_PARAMETER');
    });
  }

  for (const json of [{ message: '' }, { message: 'x'.repeat(5001) }, { message: 1 }]) {
    it(`refuses the message ${JSON.stringify(json).slice(0, 20)}`, async () => {
      const { call, mina, channel, join } = await setUp();
      await join(mina);
      const answer = await call(`POST ${channel}/messages`, { as: mina, json });
      refused(answer, 400, 'INVALID_HTTP_MESSAGE_BODY');
    });
  }

  it('lists who has joined', async () => {
    const { call, mina, jun, channel, join } = await setUp();
    await join(mina);
    await join(jun);
    const { body } = await call(`GET ${channel}/members?sortBy=CREATED_AT_ASC`, { as: jun });
    const members = body.content as unknown as ChannelMember[];
    assert.deepEqual(
      members.map(({ channelMemberType, appUser }) => [channelMemberType, appUser.appUserId]),
      [
        ['OPERATOR', 'mina'],
        ['MEMBER', 'jun'],
      ],
    );
    const one = await call(`GET ${channel}/members/mina`, { as: jun });
    assert.equal(roleIn(one), 'OPERATOR');
    refused(await call(`GET ${channel}/members/nobody`, { as: jun }), 404, 'MEMBER_NOT_FOUND');
  });
});

describe('an operator', () => {
  it('makes others operators and members', async () => {
    const { call, login, mina, jun, channel, join, decide } = await setUp();
    await join(jun);
    await login('sara');
    refused(await decide(jun, 'sara', 'ban'), 403, 'NOT_CHANNEL_OPERATOR');
    assert.equal((await decide(mina, 'jun', 'set-as-operator')).status, 204);
    assert.equal(roleIn(await call(`GET ${channel}/members/jun`, { as: jun })), 'OPERATOR');
    assert.equal((await decide(jun, 'sara', 'ban')).status, 204);
    assert.equal((await decide(mina, 'jun', 'set-as-member')).status, 204);
    refused(await decide(jun, 'sara', 'ban'), 403, 'NOT_CHANNEL_OPERATOR');
  });

  it('does nothing to the owner of the room, nor to strangers', async () => {
    const { mina, decide } = await setUp();
    for (const decision of ['set-as-member', 'ban']) {
      refused(await decide(mina, 'mina', decision), 400, 'CHANNEL_OWNER_CANNOT_BE_CHANGED');
      refused(await decide(mina, 'nobody', decision), 404, 'MEMBER_NOT_FOUND');
    }
  });

  it('bans: no token, no call, no reading, no writing, no way back', async () => {
    const { mina, jun, join, send, list, decide, token, removed } = await setUp();
    await join(jun);
    assert.equal((await token(jun)).status, 201);
    assert.equal((await decide(mina, 'jun', 'ban')).status, 204);
    assert.deepEqual(removed, ['jun']);
    for (const answer of [await token(jun), await send(jun, 'x'), await list(jun), await join(jun)])
      refused(answer, 403, 'CHANNEL_MEMBER_BANNED');
  });
});

describe('a room with manual approval', () => {
  it('lets in those whom an operator approves, and operators', async () => {
    const { call, mina, jun, channel, token, join, decide } = await setUp({
      manuallyApproval: true,
    });
    assert.equal((await token(mina)).status, 201);
    refused(await token(jun), 403, 'VIDEO_ROOM_APPROVAL_PENDING');
    refused(await join(jun), 403, 'VIDEO_ROOM_APPROVAL_PENDING');
    refused(await decide(jun, 'jun', 'approve'), 403, 'NOT_CHANNEL_OPERATOR');
    const query = `GET ${channel}/members?channelMemberState=WAITING`;
    assert.equal((await call(query, { as: mina })).body.totalElements, 1);
    assert.equal((await decide(mina, 'jun', 'approve')).status, 204);
    assert.equal((await call(query, { as: mina })).body.totalElements, 0);
    assert.equal((await token(jun)).status, 201);
    assert.equal((await join(jun)).status, 204);
  });

  it('tells somebody whom an operator refuses so once, and lets them ask again', async () => {
    const { call, mina, jun, channel, token, decide } = await setUp({ manuallyApproval: true });
    refused(await token(jun), 403, 'VIDEO_ROOM_APPROVAL_PENDING');
    refused(await decide(jun, 'jun', 'refuse'), 403, 'NOT_CHANNEL_OPERATOR');
    assert.equal((await decide(mina, 'jun', 'refuse')).status, 204);
    const query = `GET ${channel}/members?channelMemberState=WAITING`;
    assert.equal((await call(query, { as: mina })).body.totalElements, 0);
    refused(await token(jun), 403, 'VIDEO_ROOM_APPROVAL_REFUSED');
    refused(await token(jun), 403, 'VIDEO_ROOM_APPROVAL_PENDING');
    assert.equal((await call(query, { as: mina })).body.totalElements, 1);
  });

  it('refuses nothing to those who are in', async () => {
    const { mina, jun, token, decide } = await setUp({ manuallyApproval: true });
    await token(jun);
    await decide(mina, 'jun', 'approve');
    assert.equal((await decide(mina, 'jun', 'refuse')).status, 204);
    assert.equal((await token(jun)).status, 201);
  });

  it('shows operators nobody who has left, or does not ask any more', async () => {
    const time = createTestClock(Date.now());
    const { call, mina, jun, channel, token } = await setUp({ manuallyApproval: true }, time.clock);
    const waiting = async () =>
      (await call(`GET ${channel}/members?channelMemberState=WAITING`, { as: mina })).body
        .totalElements;
    await token(jun);
    assert.equal(await waiting(), 1);
    assert.equal((await call(`POST ${channel}/leave`, { as: jun })).status, 204);
    assert.equal(await waiting(), 0);
    await token(jun);
    assert.equal(await waiting(), 1);
    time.advance(61_000);
    assert.equal(await waiting(), 0);
  });

  it('keeps out those who were banned while they waited', async () => {
    const { mina, jun, token, decide } = await setUp({ manuallyApproval: true });
    await token(jun);
    await decide(mina, 'jun', 'ban');
    refused(await token(jun), 403, 'CHANNEL_MEMBER_BANNED');
  });
});

describe('a room with a password', () => {
  const password = 'open sesame';

  it('opens its channel to those who got an RTC token with the password', async () => {
    const { call, jun, room, join, send, list } = await setUp({ password });
    const ask = (json: object) =>
      call(`POST ${rooms}/${room.id}/web-rtc-tokens`, { as: jun, json });
    refused(await join(jun), 403, 'VIDEO_ROOM_PASSWORD_NOT_SHOWN');
    refused(await ask({ password: 'wrong' }), 403, 'INVALID_VIDEO_ROOM_PASSWORD');
    refused(await join(jun), 403, 'VIDEO_ROOM_PASSWORD_NOT_SHOWN');
    refused(await list(jun), 403, 'NOT_CHANNEL_MEMBER');
    assert.equal((await ask({ password })).status, 201);
    assert.equal((await join(jun)).status, 204);
    assert.equal((await send(jun, 'Hi')).status, 204);
  });

  it('opens it to operators without', async () => {
    const { mina, jun, join, decide } = await setUp({ password });
    assert.equal((await join(mina)).status, 204);
    await decide(mina, 'jun', 'set-as-operator');
    assert.equal((await join(jun)).status, 204);
  });

  it('asks those who come back for the new one when it was changed', async () => {
    const { call, mina, jun, room, channel, join } = await setUp({ password });
    const ask = (as: string, word: string) =>
      call(`POST ${rooms}/${room.id}/web-rtc-tokens`, { as, json: { password: word } });
    await ask(jun, password);
    await join(jun);
    await call(`PATCH ${rooms}/${room.id}`, { as: mina, json: { password: 'another' } });
    await call(`POST ${channel}/leave`, { as: jun });
    refused(await join(jun), 403, 'VIDEO_ROOM_PASSWORD_NOT_SHOWN');
    await ask(jun, 'another');
    assert.equal((await join(jun)).status, 204);
  });
});
