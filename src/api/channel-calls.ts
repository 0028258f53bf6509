import {
  readChannel,
  readChannelMember,
  readChannelMembers,
  readMessage,
  readMessages,
} from './channel-schema.js';
import type {
  Channel,
  ChannelApi,
  ChannelJoinInput,
  ChannelKnowledge,
  ChannelMember,
  ChannelMemberQuery,
  ChannelMessage,
  MessageInput,
  MessageQuery,
} from './channel-types.js';
import type { FfcClient } from './client.js';
import { FfcError } from '../core/errors.js';
import { rtcTokenReasons } from './failure.js';
import { joinedChannels } from './joined-channels.js';
import { memberSegment, roomsPath, type Routes } from './routes.js';
import { readNothing, ServiceCalls } from './service-calls.js';
import type { CallOptions, Page } from './types.js';

/**
 * Creates the calls for the channels of rooms, with the token and the transport of a client. They
 * are separate from the client, so that only pages with a chat load them.
 */
export function createChannelApi(client: FfcClient): ChannelApi & ChannelKnowledge {
  return new ChannelCalls(client);
}

const channel = `${roomsPath}/{id}/channel`;
const channelMember = `${channel}/members/{member}`;

const routes: Routes<keyof ChannelApi> = {
  getChannel: { method: 'GET', path: channel },
  joinChannel: { method: 'POST', path: `${channel}/join` },
  leaveChannel: { method: 'POST', path: `${channel}/leave` },
  // Never retried: a second try could send the message twice.
  sendMessage: { method: 'POST', path: `${channel}/messages`, idempotent: false },
  listMessages: { method: 'GET', path: `${channel}/messages` },
  getMessage: { method: 'GET', path: `${channel}/messages/{message}` },
  listChannelMembers: { method: 'GET', path: `${channel}/members` },
  getChannelMember: { method: 'GET', path: channelMember },
  setAsOperator: { method: 'POST', path: `${channelMember}/set-as-operator` },
  setAsMember: { method: 'POST', path: `${channelMember}/set-as-member` },
  banMember: { method: 'POST', path: `${channelMember}/ban` },
};

/**
 * A message's id as a segment of a path. Its form is not documented.
 *
 * @throws {FfcError} `invalid-request`, for an empty id or only dots, which would lead to another
 *   path.
 */
function messageSegment(messageId: string): string {
  if (!/^\.{0,2}$/.test(messageId)) return encodeURIComponent(messageId);
  throw new FfcError({
    reason: 'invalid-request',
    stage: 'setup',
    message: 'A message id needs more than dots.',
  });
}

class ChannelCalls extends ServiceCalls<keyof ChannelApi> implements ChannelApi, ChannelKnowledge {
  readonly #joined: Set<number>;

  constructor(client: FfcClient) {
    super(client, routes);
    this.#joined = joinedChannels(client);
  }

  hasJoined(id: number): boolean {
    return this.#joined.has(id);
  }

  getChannel(id: number, options?: CallOptions): Promise<Channel> {
    return this.call('getChannel', readChannel, options, { id });
  }

  async joinChannel(id: number, body: ChannelJoinInput = {}, options?: CallOptions): Promise<void> {
    const reasons = rtcTokenReasons(body.password);
    await this.call('joinChannel', readNothing, options, { id, body, reasons });
    this.#joined.add(id);
  }

  leaveChannel(id: number, options?: CallOptions): Promise<void> {
    this.#joined.delete(id);
    return this.call('leaveChannel', readNothing, options, { id });
  }

  sendMessage(id: number, body: MessageInput, options?: CallOptions): Promise<void> {
    return this.call('sendMessage', readNothing, options, { id, body });
  }

  listMessages(
    id: number,
    query?: MessageQuery,
    options?: CallOptions,
  ): Promise<Page<ChannelMessage>> {
    return this.call('listMessages', readMessages, options, { id, query });
  }

  getMessage(id: number, messageId: string, options?: CallOptions): Promise<ChannelMessage> {
    const message = (): string => messageSegment(messageId);
    return this.call('getMessage', readMessage, options, { id, message });
  }

  listChannelMembers(
    id: number,
    query?: ChannelMemberQuery,
    options?: CallOptions,
  ): Promise<Page<ChannelMember>> {
    return this.call('listChannelMembers', readChannelMembers, options, { id, query });
  }

  getChannelMember(id: number, appUserId: string, options?: CallOptions): Promise<ChannelMember> {
    const member = (): string => memberSegment(appUserId);
    return this.call('getChannelMember', readChannelMember, options, { id, member });
  }

  setAsOperator(id: number, appUserId: string, options?: CallOptions): Promise<void> {
    return this.#decide('setAsOperator', id, appUserId, options);
  }

  setAsMember(id: number, appUserId: string, options?: CallOptions): Promise<void> {
    return this.#decide('setAsMember', id, appUserId, options);
  }

  banMember(id: number, appUserId: string, options?: CallOptions): Promise<void> {
    return this.#decide('banMember', id, appUserId, options);
  }

  #decide(
    name: keyof ChannelApi,
    id: number,
    appUserId: string,
    options: CallOptions | undefined,
  ): Promise<void> {
    const member = (): string => memberSegment(appUserId);
    return this.call(name, readNothing, options, { id, member });
  }
}
