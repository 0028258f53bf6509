import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createCast, run, type } from './support/cast.js';
import { listen, type PushEvent } from './support/push.js';
import { createSdkClient } from './support/sdk-client.js';

const { enter } = createCast();
const [minaIn, junIn] = [await enter('mina'), await enter('jun')];
const mina = createSdkClient(minaIn.token);
const jun = createSdkClient(junIn.token);

/** Creates a room for `work`, and deletes it afterwards. */
async function withRoom(fields: object, work: (id: number) => Promise<void>): Promise<void> {
  const { id } = await mina.createVideoRoom({ type, ...fields });
  assert.equal(typeof id, 'number');
  await work(Number(id));
  await mina.deleteVideoRoom(Number(id));
}

const messagesOf = ({ content }: { content: readonly { readonly message?: unknown }[] }) =>
  content.map(({ message }) => message);

describe('the service’s own SDK', () => {
  it('gets the caller', async () => {
    assert.equal((await mina.me())['appUserId'], minaIn.appUserId);
  });

  it('creates, gets, changes, lists and deletes rooms', async () => {
    const title = `sdk ${run}`;
    await withRoom({ title }, async (id) => {
      const room = await jun.getVideoRoom(id);
      assert.deepEqual([room['title'], room['videoRoomState']], [title, 'SCHEDULED']);
      const changed = await mina.updateVideoRoom(id, { description: 'Changed' });
      assert.equal(changed['description'], 'Changed');
      const { content } = await jun.listVideoRooms({ keyword: title });
      assert.deepEqual(
        content.map((entry) => entry['id']),
        [id],
      );
    });
    assert.equal((await jun.listVideoRooms({ keyword: title })).totalElements, 0);
  });

  it('goes through a list from page 1 to the page that is marked as the last', async () => {
    const title = `paged ${run}`;
    await withRoom({ title }, () =>
      withRoom({ title }, () =>
        withRoom({ title }, async () => {
          const seen = new Set<unknown>();
          for (let page = 1; ; page++) {
            const answer = await jun.listVideoRooms({ keyword: title, page, pageSize: 2 });
            assert.deepEqual([answer.number, answer.first], [page - 1, page === 1]);
            for (const { id } of answer.content) seen.add(id);
            if (answer.last) break;
          }
          assert.equal(seen.size, 3);
        }),
      ),
    );
  });

  for (const name of ['VIDEO_CONFERENCE', 'INTERACTIVE_MEETING']) {
    it(`joins a room with the answer of a token request: ${name}`, async () => {
      await withRoom({ type: name, password: 'open sesame' }, async (id) => {
        const grant = await jun.issueVideoRoomWebRtcToken(id, { password: 'open sesame' });
        assert.match(String(grant['webRtcServerUrl']), /^wss?:/);
        assert.ok(grant['webRtcToken']);
      });
    });
  }

  it('joins the channel of a room, and sees who is in', async () => {
    await withRoom({ title: 'Weekly', password: 'open sesame' }, async (id) => {
      const json = { password: 'open sesame', customType: 'x', customData: { seat: '1' } };
      await jun.joinChannel(id, json);
      await mina.joinChannel(id);
      const channel = await jun.getChannel(id);
      assert.equal(channel['name'], 'Weekly');
      assert.deepEqual(channel['stats'], { currentOnlineMemberCount: 2 });
      const { content } = await jun.listChannelMembers(id);
      assert.deepEqual(content.map((member) => member['channelMemberType']).sort(), [
        'MEMBER',
        'OPERATOR',
      ]);
      const me = await mina.getChannelMember(id, junIn.appUserId);
      assert.deepEqual([me['channelMemberState'], me['customType']], ['ONLINE', 'x']);
      await jun.leaveChannel(id);
      const gone = await mina.getChannelMember(id, junIn.appUserId);
      assert.equal(gone['channelMemberState'], 'LEAVED');
    });
  });

  it('makes operators and members of others, and bans them', async () => {
    await withRoom({}, async (id) => {
      await mina.joinChannel(id);
      await jun.joinChannel(id);
      const role = async () => {
        const { channelMemberType } = await mina.getChannelMember(id, junIn.appUserId);
        return channelMemberType;
      };
      await mina.setAsOperator(id, junIn.appUserId);
      assert.equal(await role(), 'OPERATOR');
      await mina.setAsMember(id, junIn.appUserId);
      assert.equal(await role(), 'MEMBER');
      await mina.banMember(id, junIn.appUserId);
      await assert.rejects(jun.joinChannel(id), /403/);
    });
  });

  it('writes messages, reads them to both sides of one, and gets one alone', async () => {
    await withRoom({}, async (id) => {
      await mina.joinChannel(id);
      for (const message of ['1', '2', '3']) await mina.sendMessage(id, { message });
      await mina.sendMessage(id, { message: 'fleeting', persistence: false });
      const all = await mina.listMessages(id, { limit: 10 });
      assert.deepEqual(messagesOf(all).sort(), ['1', '2', '3']);
      const second = all.content.find(({ message }) => message === '2');
      const messageId = String(second?.['messageId']);
      const to = (direction: 'BEFORE' | 'AFTER') => mina.listMessages(id, { messageId, direction });
      assert.deepEqual(messagesOf(await to('BEFORE')), ['1']);
      assert.deepEqual(messagesOf(await to('AFTER')), ['3']);
      const { message, channelMember } = await mina.getMessage(id, messageId);
      assert.equal(message, '2');
      assert.equal((channelMember as { type: string }).type, 'OPERATOR');
    });
  });

  it('sends data of any depth, without a message', async () => {
    await withRoom({}, async (id) => {
      await mina.joinChannel(id);
      const customData = { poll: { options: ['a', 'b'], open: true } };
      await mina.sendMessage(id, { customType: 'POLL', customData });
      const [sent] = (await mina.listMessages(id)).content;
      assert.deepEqual(sent?.['customData'], customData);
    });
  });

  it('gets the messages of others by the event stream, and continues after the last event', async () => {
    await withRoom({}, async (id) => {
      await mina.joinChannel(id);
      await jun.joinChannel(id);
      const isOf = (text: string) => (event: PushEvent) => event.message === text;
      // The SDK sends the token as a Bearer header, and the id of the last event in the query.
      const stream = await listen(junIn);
      await mina.sendMessage(id, { message: `one ${run}` });
      const { id: last, origin } = await stream.next(isOf(`one ${run}`));
      assert.equal(origin, 'MEMBER');
      await stream.close();
      await mina.sendMessage(id, { message: `two ${run}` });
      const again = await listen(junIn, last);
      assert.equal((await again.next(({ message }) => message !== null)).message, `two ${run}`);
      await again.close();
    });
  });
});
