import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { refused } from './support/calls.js';
import { createCast } from './support/cast.js';

const { enter, makeRoom } = createCast();
const mina = await enter('mina');
const jun = await enter('jun');

/** The path of the channel of a new room, which both have joined. */
async function openChannel(): Promise<string> {
  const { id } = await makeRoom(mina);
  const channel = `/video-rooms/${id}/channel`;
  for (const member of [mina, jun]) {
    assert.equal((await member(`POST ${channel}/join`)).status, 204);
  }
  return channel;
}

describe('the channel of a room', () => {
  it('carries messages to those who are in', async () => {
    const channel = await openChannel();
    assert.equal((await mina(`GET ${channel}`)).status, 200);
    assert.equal((await mina(`POST ${channel}/messages`, { message: 'Hi' })).status, 204);
    const { content } = (await jun(`GET ${channel}/messages?limit=10`)).body;
    assert.deepEqual(
      content.map(({ message }) => message),
      ['Hi'],
    );
  });

  it('says who is in', async () => {
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

  it('lets nobody else decide', async () => {
    const channel = await openChannel();
    refused(await jun(`POST ${channel}/members/${mina.appUserId}/ban`), 403);
    refused(await jun(`POST ${channel}/members/${jun.appUserId}/set-as-operator`), 403);
    assert.equal((await mina(`GET ${channel}/members`)).body.totalElements, 2);
  });
});

describe('the messages of a channel', () => {
  it('come in parts, to both sides of a message', async () => {
    const channel = await openChannel();
    for (const message of ['1', '2', '3', '4', '5']) {
      await mina(`POST ${channel}/messages`, { message });
    }
    const list = async (query: string) =>
      (await jun(`GET ${channel}/messages?${query}`)).body.content;
    // The order within a part is not published.
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
    assert.equal(await texts('direction=NEXT&limit=2'), '1 2');
    assert.equal(await texts(`${from('3')}&limit=1`), '2');
    assert.equal(await texts(`${from('3')}&direction=PREVIOUS`), '1 2');
    assert.equal(await texts(`${from('3')}&direction=NEXT`), '4 5');
    assert.equal(await texts(`${from('3')}&direction=NEXT&limit=1`), '4');
    assert.equal(await texts(`${from('1')}&direction=PREVIOUS`), '');
    assert.equal(await texts(`${from('5')}&direction=NEXT`), '');
  });

  it('are none in the beginning', async () => {
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
