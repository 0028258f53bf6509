import { expect } from '@open-wc/testing';
import { createChannelApi } from '../../../src/api/channel-calls.js';
import type { ChannelApi } from '../../../src/api/channel-types.js';
import { failure, failureOf, json, pageOf, setUp } from './support.js';

const channel = 'https://api.test/v2/members/me/video-rooms/7/channel';
const jun = { type: 'MEMBER', appUser: { appUserId: 'jun', appUserName: 'Jun' } };
const hello = {
  messageId: '12',
  sentAt: '2026-01-01T09:00:00.123456789Z',
  origin: 'MEMBER',
  type: 'MESSAGE',
  channelMember: jun,
  message: 'Hello',
};
const nothing = () => new Response(null, { status: 204 });

interface Row {
  readonly name: keyof ChannelApi;
  readonly call: (channels: ChannelApi) => Promise<unknown>;
  readonly method: string;
  readonly url: string;
  readonly body?: unknown;
  readonly answer: () => Response;
}

const rows: Row[] = [
  {
    name: 'getChannel',
    call: (channels) => channels.getChannel(7),
    method: 'GET',
    url: channel,
    answer: () => json({ id: 3, channelState: 'OPENED', name: 'x' }),
  },
  {
    name: 'joinChannel',
    call: (channels) => channels.joinChannel(7, { customType: 'fan', customData: { a: [1] } }),
    method: 'POST',
    url: `${channel}/join`,
    body: { customType: 'fan', customData: { a: [1] } },
    answer: nothing,
  },
  {
    name: 'leaveChannel',
    call: (channels) => channels.leaveChannel(7),
    method: 'POST',
    url: `${channel}/leave`,
    answer: nothing,
  },
  {
    name: 'sendMessage',
    call: (channels) =>
      channels.sendMessage(7, { customData: { seats: [{ row: 1 }] }, persistence: false }),
    method: 'POST',
    url: `${channel}/messages`,
    body: { customData: { seats: [{ row: 1 }] }, persistence: false },
    answer: nothing,
  },
  {
    name: 'listMessages',
    call: (channels) => channels.listMessages(7, { messageId: '9', direction: 'AFTER', limit: 20 }),
    method: 'GET',
    url: `${channel}/messages?messageId=9&direction=AFTER&limit=20`,
    answer: () => json(pageOf([hello])),
  },
  {
    name: 'getMessage',
    call: (channels) => channels.getMessage(7, 'a/b 1'),
    method: 'GET',
    url: `${channel}/messages/a%2Fb%201`,
    answer: () => json(hello),
  },
  {
    name: 'listChannelMembers',
    call: (channels) => channels.listChannelMembers(7, { page: 0, pageSize: 5 }),
    method: 'GET',
    url: `${channel}/members?page=1&pageSize=5`,
    answer: () => json(pageOf([jun])),
  },
  {
    name: 'getChannelMember',
    call: (channels) => channels.getChannelMember(7, 'jun'),
    method: 'GET',
    url: `${channel}/members/jun`,
    answer: () => json(jun),
  },
  ...(
    [
      ['setAsOperator', 'set-as-operator'],
      ['setAsMember', 'set-as-member'],
      ['banMember', 'ban'],
    ] as const
  ).map(([name, path]) => ({
    name,
    call: (channels: ChannelApi) => channels[name](7, 'jun'),
    method: 'POST',
    url: `${channel}/members/jun/${path}`,
    answer: nothing,
  })),
];

describe('the calls about channels', () => {
  for (const { name, call, method, url, body, answer } of rows) {
    it(`send ${name} as ${method} ${new URL(url).pathname}`, async () => {
      const { client, requests } = setUp([answer()]);
      await call(createChannelApi(client));
      expect(requests).to.have.length(1);
      expect(requests[0]).to.deep.include({ method, url, body });
      expect(requests[0]!.headers.get('authorization')).to.equal('Bearer member-token');
    });

    it(`reject ${name} with forbidden when the member may not`, async () => {
      const { client } = setUp([failure(403, 'NOT_CHANNEL_MEMBER')]);
      const error = await failureOf(call(createChannelApi(client)));
      expect(error).to.include({ reason: 'forbidden', errorCode: 'NOT_CHANNEL_MEMBER' });
      expect(error.message).to.contain(name);
    });
  }

  it('give messages with who wrote them, and leave out those that make no sense', async () => {
    const { client } = setUp([json(pageOf([hello, { messageId: 5 }, null]))]);
    const { content } = await createChannelApi(client).listMessages(7);
    expect(content).to.have.length(1);
    expect(content[0]).to.include({ messageId: '12', message: 'Hello', customType: undefined });
    expect(content[0]!.channelMember?.appUser).to.include({ appUserName: 'Jun' });
  });

  it('say that a password was wrong when a channel refuses it', async () => {
    const { client, requests } = setUp([failure(403, 'SOME_CODE')]);
    const joining = createChannelApi(client).joinChannel(7, { password: 'guess' });
    expect(await failureOf(joining)).to.include({ reason: 'wrong-password' });
    expect(requests[0]!.body).to.deep.equal({ password: 'guess' });
  });

  it('return a channel with the service’s counts, and with any state', async () => {
    const answers = [
      {
        id: 3,
        channelState: 'PAUSED',
        name: 'Weekly',
        lastSessionNo: 2,
        openedAt: null,
        policy: { canMemberSelfJoin: true },
        stats: { currentOnlineMemberCount: 4 },
        referenceType: 'VIDEO_ROOM',
      },
      { id: 3, channelState: 'ON_A_BREAK', policy: null, stats: 'many' },
    ];
    const { client } = setUp(answers.map((answer) => json(answer)));
    const channels = createChannelApi(client);
    expect(await channels.getChannel(7)).to.deep.equal({
      id: 3,
      channelState: 'PAUSED',
      name: 'Weekly',
      lastSessionNo: 2,
      openedAt: undefined,
      policy: { canMemberSelfJoin: true },
      stats: { currentOnlineMemberCount: 4 },
    });
    expect(await channels.getChannel(7)).to.include({
      channelState: 'ON_A_BREAK',
      policy: undefined,
      stats: undefined,
    });
  });

  it('give members of a channel with state, role and times', async () => {
    const { client } = setUp([
      json({
        id: 9,
        channelMemberState: 'BANNED',
        channelMemberType: 'OPERATOR',
        appUser: { ...jun.appUser, email: 'jun@example.com', appUserCustomData: { team: ['a'] } },
        customData: [1, { deep: null }],
        joinedAt: '2026-01-01T09:00:00Z',
        bannedAt: '2026-01-01T10:00:00Z',
        leavedAt: null,
        autoLeaved: false,
      }),
    ]);
    const member = await createChannelApi(client).getChannelMember(7, 'jun');
    expect(member).to.deep.include({
      id: 9,
      channelMemberState: 'BANNED',
      channelMemberType: 'OPERATOR',
      customData: [1, { deep: null }],
      joinedAt: '2026-01-01T09:00:00Z',
      bannedAt: '2026-01-01T10:00:00Z',
      leavedAt: undefined,
      autoLeaved: false,
    });
    expect(member.appUser).to.deep.include({
      appUserId: 'jun',
      email: 'jun@example.com',
      appUserCustomData: { team: ['a'] },
    });
    expect(member).not.to.have.property('type');
  });

  it('read a role under both of its names', async () => {
    const { type, ...unnamed } = jun;
    const { client } = setUp([
      json({ ...unnamed, type: 'OPERATOR' }),
      json({ ...hello, channelMember: { ...unnamed, channelMemberType: 'OPERATOR' } }),
      json({ ...hello, channelMember: { ...jun, type: 'STAGE_HAND' } }),
    ]);
    const channels = createChannelApi(client);
    expect((await channels.getChannelMember(7, 'jun')).channelMemberType).to.equal('OPERATOR');
    expect((await channels.getMessage(7, '12')).channelMember).to.include({ type: 'OPERATOR' });
    expect((await channels.getMessage(7, '12')).channelMember).to.include({ type: 'STAGE_HAND' });
    expect(type).to.equal('MEMBER');
  });

  it('return a message without a text, with its custom data', async () => {
    const bare = { ...hello, message: undefined };
    for (const customData of [{ seats: [{ row: 1 }] }, [1, 2], 'text', 0, false]) {
      const { client } = setUp([json({ ...bare, sessionNo: 2, customData })]);
      const message = await createChannelApi(client).getMessage(7, '12');
      expect(message).to.deep.include({ message: undefined, sessionNo: 2, customData });
    }
  });

  for (const messageId of ['', '.', '..']) {
    it(`refuse the message id ${JSON.stringify(messageId)} before anything is sent`, async () => {
      const { client, requests } = setUp([]);
      const error = await failureOf(createChannelApi(client).getMessage(7, messageId));
      expect(error).to.include({ reason: 'invalid-request', stage: 'setup' });
      expect(requests).to.be.empty;
    });
  }

  it('do not send a message again whose answer was lost', async () => {
    const { client, requests } = setUp([new TypeError('lost')]);
    const error = await failureOf(createChannelApi(client).sendMessage(7, { message: 'Hi' }));
    expect(error).to.include({ reason: 'network', retryable: true });
    expect(requests).to.have.length(1);
  });

  for (const appUserId of ['', '..', 'a/b', 'a b', 'jun?x', 'ä']) {
    it(`refuse the appUserId ${JSON.stringify(appUserId)} before anything is sent`, async () => {
      const { client, requests } = setUp([]);
      const error = await failureOf(createChannelApi(client).banMember(7, appUserId));
      expect(error).to.include({ reason: 'invalid-request', stage: 'setup' });
      expect(requests).to.be.empty;
    });
  }

  it('know whose channel the member has joined, until the member leaves it', async () => {
    const { client } = setUp([nothing(), nothing()]);
    await createChannelApi(client).joinChannel(7);
    // A new API object has the same knowledge, because the client keeps it.
    const channels = createChannelApi(client);
    const known = async (): Promise<unknown[]> => [
      await channels.hasJoined?.(7),
      await channels.hasJoined?.(8),
    ];
    expect(await known()).to.deep.equal([true, false]);
    await channels.leaveChannel(7);
    expect(await known()).to.deep.equal([false, false]);
  });

  it('know of no channel of a member whom the client has forgotten', async () => {
    const { client } = setUp([nothing()]);
    const channels = createChannelApi(client);
    await channels.joinChannel(7);
    client.forgetMember();
    expect(await channels.hasJoined?.(7)).to.equal(false);
  });

  it('know of no channel that the member could not join', async () => {
    const { client } = setUp([failure(403, 'FORBIDDEN')]);
    const channels = createChannelApi(client);
    await failureOf(channels.joinChannel(7));
    expect(await channels.hasJoined?.(7)).to.equal(false);
  });
});
