import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { refused } from './support/calls.js';
import { createCast, noRoom } from './support/cast.js';

const { enter, makeRoom } = createCast();
const mina = await enter('mina');
const jun = await enter('jun');

/** Creates a room whose channel both join, and returns the path of the channel. */
async function openChannel(): Promise<string> {
  const { id } = await makeRoom(mina);
  const channel = `/video-rooms/${id}/channel`;
  for (const member of [mina, jun]) {
    assert.equal((await member(`POST ${channel}/join`)).status, 204);
  }
  return channel;
}

describe('the channel of a room', () => {
  it('carries messages to its members', async () => {
    const channel = await openChannel();
    assert.equal((await mina(`GET ${channel}`)).status, 200);
    assert.equal((await mina(`POST ${channel}/messages`, { message: 'Hi' })).status, 204);
    const { content } = (await jun(`GET ${channel}/messages?limit=10`)).body;
    assert.deepEqual(
      content.map(({ message }) => message),
      ['Hi'],
    );
  });

  it('is described by its state, its members and the title of its room', async () => {
    const { id } = await makeRoom(mina, { title: 'Weekly' });
    const room = await mina(`GET /video-rooms/${id}`);
    const { status, body } = await mina(`GET /video-rooms/${id}/channel`);
    assert.equal(status, 200);
    assert.equal(body.name, 'Weekly');
    assert.match(body.channelState, /^(CREATED|OPENED|PAUSED|CLOSED)$/);
    const { id: channelId, channelState, name } = body;
    assert.deepEqual(room.body.channel, { id: channelId, channelState, name });
    assert.equal(body.stats.currentOnlineMemberCount, 0);
    await mina(`POST /video-rooms/${id}/channel/join`);
    const after = (await mina(`GET /video-rooms/${id}/channel`)).body;
    assert.equal(after.stats.currentOnlineMemberCount, 1);
  });

  it('is joined with a message of one’s own, which the others see', async () => {
    const { id } = await makeRoom(mina);
    const channel = `/video-rooms/${id}/channel`;
    const json = { customType: 'speaker', customData: { seat: 'A1' } };
    assert.equal((await jun(`POST ${channel}/join`, json)).status, 204);
    await mina(`POST ${channel}/join`);
    const { body } = await mina(`GET ${channel}/members/${jun.appUserId}`);
    assert.deepEqual([body.customType, body.customData], [json.customType, json.customData]);
  });

  it('is joined with the password of the room, and with no other', async () => {
    const { id } = await makeRoom(mina, { password: 'open sesame' });
    const join = (password?: string) => jun(`POST /video-rooms/${id}/channel/join`, { password });
    refused(await join(), 403);
    refused(await join('wrong'), 403);
    assert.equal((await join('open sesame')).status, 204);
  });

  it('has the state, the role and the times of each member', async () => {
    const channel = await openChannel();
    const get = async (appUserId: string) =>
      (await mina(`GET ${channel}/members/${appUserId}`)).body;
    const here = await get(jun.appUserId);
    assert.equal(typeof here.id, 'number');
    assert.deepEqual([here.channelMemberState, here.channelMemberType], ['ONLINE', 'MEMBER']);
    assert.ok(Date.parse(here.joinedAt ?? ''));
    assert.equal(here.autoLeaved, false);
    assert.ok('appUserCustomData' in (here.appUser ?? {}) && 'email' in (here.appUser ?? {}));
    assert.equal((await get(mina.appUserId)).channelMemberType, 'OPERATOR');

    await jun(`POST ${channel}/leave`);
    const gone = await get(jun.appUserId);
    assert.equal(gone.channelMemberState, 'LEAVED');
    assert.ok(Date.parse(gone.leavedAt ?? ''));
    await jun(`POST ${channel}/join`);
    const back = await get(jun.appUserId);
    assert.deepEqual([back.channelMemberState, back.joinedAt], ['ONLINE', here.joinedAt]);
    assert.ok(Date.parse(back.rejoinedAt ?? ''));
    await mina(`POST ${channel}/members/${jun.appUserId}/set-as-operator`);
    assert.equal((await get(jun.appUserId)).channelMemberType, 'OPERATOR');
    await mina(`POST ${channel}/members/${jun.appUserId}/ban`);
    const banned = await get(jun.appUserId);
    assert.equal(banned.channelMemberState, 'BANNED');
    assert.ok(Date.parse(banned.bannedAt ?? ''));
  });

  it('lists the participants', async () => {
    const channel = await openChannel();
    assert.equal((await mina(`GET ${channel}/members`)).body.totalElements, 2);
    const { status, body } = await mina(`GET ${channel}/members/${jun.appUserId}`);
    assert.deepEqual([status, body.appUser?.appUserId], [200, jun.appUserId]);
  });

  it('is left', async () => {
    const channel = await openChannel();
    assert.equal((await jun(`POST ${channel}/leave`)).status, 204);
    assert.equal((await mina(`GET ${channel}/members`)).body.totalElements, 1);
    refused(await jun(`POST ${channel}/messages`, { message: 'Hi' }), 403);
  });

  it('lets operators decide about others, and a ban closes the room', async () => {
    const channel = await openChannel();
    const route = `POST ${channel}/members/${jun.appUserId}`;
    for (const decision of ['set-as-operator', 'set-as-member', 'ban']) {
      assert.equal((await mina(`${route}/${decision}`)).status, 204, decision);
    }
    refused(await jun(`POST ${channel.replace('/channel', '/web-rtc-tokens')}`, {}), 403);
  });

  it('lets only operators decide', async () => {
    const channel = await openChannel();
    refused(await jun(`POST ${channel}/members/${mina.appUserId}/ban`), 403);
    refused(await jun(`POST ${channel}/members/${jun.appUserId}/set-as-operator`), 403);
    assert.equal((await mina(`GET ${channel}/members`)).body.totalElements, 2);
  });
});

describe('the messages of a channel', () => {
  it('come in pages, before and after a message', async () => {
    const channel = await openChannel();
    for (const message of ['1', '2', '3', '4', '5']) {
      await mina(`POST ${channel}/messages`, { message });
    }
    const list = async (query: string) =>
      (await jun(`GET ${channel}/messages?${query}`)).body.content;
    // The service does not publish the order of the messages within an answer.
    const texts = async (query: string): Promise<string> =>
      (await list(query))
        .map(({ message }) => message)
        .sort()
        .join(' ');
    const ids = new Map((await list('limit=10')).map((found) => [found.message, found.messageId]));
    const from = (message: string): string => `messageId=${ids.get(message)}`;

    assert.equal(await texts(''), '1 2 3 4 5');
    assert.equal(await texts('limit=2'), '4 5');
    assert.equal(await texts('limit=1000000'), '1 2 3 4 5');
    assert.equal(await texts('direction=AFTER&limit=2'), '1 2');
    assert.equal(await texts(`${from('3')}&limit=1`), '2');
    assert.equal(await texts(`${from('3')}&direction=BEFORE`), '1 2');
    assert.equal(await texts(`${from('3')}&direction=AFTER`), '4 5');
    assert.equal(await texts(`${from('3')}&direction=AFTER&limit=1`), '4');
    assert.equal(await texts(`${from('1')}&direction=BEFORE`), '');
    assert.equal(await texts(`${from('5')}&direction=AFTER`), '');
  });

  it('can be requested one by one', async () => {
    const channel = await openChannel();
    const other = await openChannel();
    await mina(`POST ${channel}/messages`, { message: 'Hi', customData: { deep: [{ er: 1 }] } });
    const [listed] = (await jun(`GET ${channel}/messages`)).body.content;
    assert.ok(listed);
    const { status, body } = await jun(`GET ${channel}/messages/${listed.messageId}`);
    assert.deepEqual([status, body], [200, listed]);
    assert.deepEqual(body.customData, { deep: [{ er: 1 }] });
    for (const path of [
      `${other}/messages/${listed.messageId}`,
      `${channel}/messages/none`,
      `${channel}/messages/${noRoom}`,
    ]) {
      refused(await jun(`GET ${path}`), 404);
    }
    await jun(`POST ${channel}/leave`);
    refused(await jun(`GET ${channel}/messages/${listed.messageId}`), 403);
  });

  it('may have no text but data of any depth', async () => {
    const channel = await openChannel();
    const json = { customType: 'hand', customData: { raised: true, of: { seat: ['A', 1] } } };
    assert.equal((await mina(`POST ${channel}/messages`, json)).status, 204);
    const [sent] = (await jun(`GET ${channel}/messages`)).body.content;
    assert.deepEqual([sent?.customType, sent?.customData], [json.customType, json.customData]);
    assert.equal(sent?.message ?? null, null);
  });

  it('are empty in a new channel', async () => {
    const { status, body } = await mina(`GET ${await openChannel()}/messages`);
    assert.deepEqual([status, body.content, body.empty], [200, [], true]);
  });

  for (const query of [
    'limit=0',
    'limit=-1',
    'limit=many',
    'messageId=abc',
    'direction=SIDEWAYS',
  ]) {
    it(`are refused to ${query}`, async () => {
      refused(await mina(`GET ${await openChannel()}/messages?${query}`), 400);
    });
  }
});
