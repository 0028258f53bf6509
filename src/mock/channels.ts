import type {
  Channel,
  ChannelApi,
  ChannelJoinInput,
  ChannelMember,
  ChannelMemberQuery,
  ChannelMessage,
  MessageInput,
  MessageQuery,
} from '../api/channel-types.js';
import type { CallOptions, Member, Page, RoomOwner, VideoRoom } from '../api/types.js';
import { FfcError } from '../core/errors.js';
import { Faults } from './faults.js';
import { paginate } from './queries.js';
import { createMockPush, type MockPush } from './push.js';
import { channelOf } from './room-channel.js';

/** The initial state of in-memory channels. */
export interface MockChannelsOptions {
  /** The member who makes the calls, an operator of every channel. Default: `me`, named `Me`. */
  readonly member?: Member;
  /** The stream that emits new messages. Default: a new one. */
  readonly push?: MockPush;
  /** Finds the room of a channel, for its name and state. Default: an open one without a name. */
  readonly room?: (roomId: number) => VideoRoom | undefined;
  /** Milliseconds that every call takes. Default 0: the next microtask. */
  readonly latency?: number;
  /** The clock, in milliseconds since 1970. Default: the real one. */
  readonly now?: () => number;
}

/** The channel calls, answered from memory: each room has a channel, with the room's id. */
export interface MockChannels extends ChannelApi {
  readonly push: MockPush;
  /** Milliseconds that every call takes. */
  latency: number;
  /** The number of calls by method: for tests. */
  readonly calls: Readonly<Partial<Record<keyof ChannelApi, number>>>;
  /** Writes a message of an author, who joins first if needed. `silent`: without an event. */
  say(
    roomId: number,
    from: MockAuthor,
    input: string | MessageInput,
    options?: { readonly silent?: boolean },
  ): ChannelMessage;
  /** The next call of the method rejects with the error. */
  failNext(method: keyof ChannelApi, error: FfcError): void;
  /** Calls of the method wait until the returned function is called, or their signal aborts. */
  hold(method: keyof ChannelApi): () => void;
}

/** The author of a message. */
export type MockAuthor = Pick<RoomOwner, 'appUserId'> & Partial<RoomOwner>;

interface MockChannel {
  readonly members: Map<string, ChannelMember>;
  messages: readonly ChannelMessage[];
}

export const me: Member = Object.freeze({
  id: 1,
  appUserId: 'me',
  appUserName: 'Me',
  appUserProfileImgUrl: undefined,
  customType: undefined,
  lang: undefined,
});

/** Makes {@link MockChannels}: no server, no network. */
export function createMockChannels(options: MockChannelsOptions = {}): MockChannels {
  return new InMemoryChannels(options);
}

class InMemoryChannels implements MockChannels {
  readonly push: MockPush;
  readonly #member: Member;
  readonly #room: (roomId: number) => VideoRoom | undefined;
  readonly #now: () => number;
  readonly #faults: Faults<keyof ChannelApi>;
  readonly #channels = new Map<number, MockChannel>();
  readonly #calls: Partial<Record<keyof ChannelApi, number>> = {};
  #lastId = 0;

  constructor(options: MockChannelsOptions) {
    const { member = me, push = createMockPush(), room, latency, now } = options;
    this.push = push;
    this.#member = member;
    this.#room = room ?? (() => undefined);
    this.#now = now ?? Date.now;
    this.#faults = new Faults('api', latency);
  }

  get latency(): number {
    return this.#faults.latency;
  }

  set latency(milliseconds: number) {
    this.#faults.latency = milliseconds;
  }

  get calls(): Readonly<Partial<Record<keyof ChannelApi, number>>> {
    return { ...this.#calls };
  }

  failNext(method: keyof ChannelApi, error: FfcError): void {
    this.#faults.failNext(method, error);
  }

  hold(method: keyof ChannelApi): () => void {
    return this.#faults.hold(method);
  }

  say(
    roomId: number,
    author: MockAuthor,
    input: string | MessageInput,
    { silent = false }: { readonly silent?: boolean } = {},
  ): ChannelMessage {
    const channel = this.#channel(roomId);
    const channelMember = channel.members.get(author.appUserId) ?? asMember(author);
    channel.members.set(author.appUserId, channelMember);
    const fields = typeof input === 'string' ? { message: input } : input;
    const message: ChannelMessage = Object.freeze({
      messageId: String(++this.#lastId),
      sentAt: new Date(this.#now()).toISOString(),
      origin: 'MEMBER',
      type: fields.type ?? 'MESSAGE',
      channelId: undefined,
      channelMember: Object.freeze({
        type: channelMember.channelMemberType,
        appUser: channelMember.appUser,
      }),
      message: fields.message,
      customType: fields.customType,
      customData: fields.customData,
    });
    if (fields.persistence !== false) channel.messages = [...channel.messages, message];
    if (!silent && channel.members.has(this.#member.appUserId)) {
      this.push.tell({ type: 'message', message: { ...message, channelId: roomId } });
    }
    return message;
  }

  async getChannel(roomId: number, options?: CallOptions): Promise<Channel> {
    return this.#called('getChannel', options, () => {
      const room = this.#room(roomId);
      const stats = { currentOnlineMemberCount: this.#channel(roomId).members.size };
      if (!room) return { id: roomId, channelState: 'OPENED', name: undefined, stats };
      return { ...channelOf(room), lastSessionNo: room.lastSessionNo, stats };
    });
  }

  async joinChannel(
    roomId: number,
    { customType, customData }: ChannelJoinInput = {},
    options?: CallOptions,
  ): Promise<void> {
    return this.#called('joinChannel', options, () => {
      const joined = { ...asMember(this.#member, 'OPERATOR'), customType, customData };
      this.#channel(roomId).members.set(this.#member.appUserId, Object.freeze(joined));
    });
  }

  async leaveChannel(roomId: number, options?: CallOptions): Promise<void> {
    return this.#called('leaveChannel', options, () => {
      this.#joined(roomId).members.delete(this.#member.appUserId);
    });
  }

  async sendMessage(roomId: number, input: MessageInput, options?: CallOptions): Promise<void> {
    return this.#called('sendMessage', options, () => {
      this.#joined(roomId);
      this.say(roomId, this.#member, input);
    });
  }

  async listMessages(
    roomId: number,
    { messageId, direction = 'BEFORE', limit = 50 }: MessageQuery = {},
    options?: CallOptions,
  ): Promise<Page<ChannelMessage>> {
    return this.#called('listMessages', options, () => {
      const { messages } = this.#joined(roomId);
      const at = messages.findIndex((message) => message.messageId === messageId);
      const older = direction === 'BEFORE';
      const found = older ? messages.slice(0, at < 0 ? undefined : at) : messages.slice(at + 1);
      const page = paginate(found, { pageSize: limit });
      return older ? { ...page, content: found.slice(-limit) } : page;
    });
  }

  async getMessage(
    roomId: number,
    messageId: string,
    options?: CallOptions,
  ): Promise<ChannelMessage> {
    return this.#called('getMessage', options, () => {
      const { messages } = this.#joined(roomId);
      const found = messages.find((message) => message.messageId === messageId);
      return found ?? missing('message');
    });
  }

  async listChannelMembers(
    roomId: number,
    query: ChannelMemberQuery = {},
    options?: CallOptions,
  ): Promise<Page<ChannelMember>> {
    return this.#called('listChannelMembers', options, () =>
      paginate([...this.#channel(roomId).members.values()], query),
    );
  }

  async getChannelMember(
    roomId: number,
    appUserId: string,
    options?: CallOptions,
  ): Promise<ChannelMember> {
    return this.#called('getChannelMember', options, () => this.#known(roomId, appUserId));
  }

  async setAsOperator(roomId: number, appUserId: string, options?: CallOptions): Promise<void> {
    return this.#called('setAsOperator', options, () => this.#set(roomId, appUserId, 'OPERATOR'));
  }

  async setAsMember(roomId: number, appUserId: string, options?: CallOptions): Promise<void> {
    return this.#called('setAsMember', options, () => this.#set(roomId, appUserId, 'MEMBER'));
  }

  async banMember(roomId: number, appUserId: string, options?: CallOptions): Promise<void> {
    return this.#called('banMember', options, () => {
      this.#known(roomId, appUserId);
      this.#channel(roomId).members.delete(appUserId);
    });
  }

  async #called<T>(
    method: keyof ChannelApi,
    options: CallOptions | undefined,
    effect: () => T,
  ): Promise<T> {
    this.#calls[method] = (this.#calls[method] ?? 0) + 1;
    return this.#faults.pass(method, options?.signal, effect);
  }

  #channel(roomId: number): MockChannel {
    const channel = this.#channels.get(roomId) ?? { members: new Map(), messages: [] };
    this.#channels.set(roomId, channel);
    return channel;
  }

  #joined(roomId: number): MockChannel {
    const channel = this.#channel(roomId);
    if (channel.members.has(this.#member.appUserId)) return channel;
    throw refused('forbidden', 403, 'The member has not joined the channel.');
  }

  #known(roomId: number, appUserId: string): ChannelMember {
    return this.#channel(roomId).members.get(appUserId) ?? missing('member');
  }

  #set(roomId: number, appUserId: string, channelMemberType: 'OPERATOR' | 'MEMBER'): void {
    const known = this.#known(roomId, appUserId);
    this.#channel(roomId).members.set(appUserId, Object.freeze({ ...known, channelMemberType }));
  }
}

function asMember(
  author: MockAuthor,
  channelMemberType: 'OPERATOR' | 'MEMBER' = 'MEMBER',
): ChannelMember {
  const { id, appUserId, appUserName, appUserProfileImgUrl, customType } = author;
  const appUser = { id, appUserId, appUserName, appUserProfileImgUrl, customType };
  return Object.freeze({
    channelMemberState: 'ONLINE',
    channelMemberType,
    appUser: Object.freeze(appUser),
  });
}

function missing(what: string): never {
  throw refused('not-found', 404, `There is no such ${what} in the channel.`);
}

function refused(reason: 'forbidden' | 'not-found', status: number, message: string): FfcError {
  return new FfcError({ reason, stage: 'api', status, message });
}
