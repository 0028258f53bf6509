import type { CallOptions, CustomData, Open, Page, RoomOwner } from './types.js';

/**
 * The channel of a room: what is written in it, and who may write. Documented are the calls;
 * what `direction` says, and that a page of messages begins with the oldest, is assumed.
 */
export interface Channel {
  readonly id: number;
  readonly channelState: string | undefined;
  readonly name: string | undefined;
}

/** A message of a room's channel. */
export interface ChannelMessage {
  readonly messageId: string;
  /** ISO 8601. */
  readonly sentAt: string | undefined;
  readonly origin: Open<'MEMBER' | 'APP' | 'SYSTEM'>;
  /** A `SIGNAL` is meant for programs, and shown to nobody. */
  readonly type: Open<'MESSAGE' | 'SIGNAL'>;
  /** Which channel it is of: said by the event stream alone. */
  readonly channelId: number | undefined;
  /** Who wrote it; undefined when nobody did. */
  readonly channelMember: ChannelMember | undefined;
  readonly message: string | undefined;
  readonly customType: string | undefined;
  readonly customData: CustomData | undefined;
}

/** A member in a channel. */
export interface ChannelMember {
  readonly type: Open<'OPERATOR' | 'MEMBER'> | undefined;
  readonly appUser: RoomOwner;
}

/** A message to send. */
export interface MessageInput {
  readonly message: string;
  /** Default `MESSAGE`. */
  readonly type?: 'MESSAGE' | 'SIGNAL';
  readonly customType?: string;
  readonly customData?: CustomData;
}

/** Which messages of a channel are wanted. */
export interface MessageQuery {
  /** Those next to this one, which is left out. Default: the newest, or with `NEXT` the oldest. */
  readonly messageId?: string;
  /** To older messages, or to newer ones. Default `PREVIOUS`. */
  readonly direction?: 'PREVIOUS' | 'NEXT';
  /** How many at most. The service sets a default, and the most. */
  readonly limit?: number;
}

/** Which part of a channel's members is wanted. `page` counts from 0, as in {@link Page.number}. */
export interface ChannelMemberQuery {
  readonly page?: number;
  readonly pageSize?: number;
}

/** The calls about the channel of a room, by the room's id. They are always direct. */
export interface ChannelApi {
  getChannel(roomId: number, options?: CallOptions): Promise<Channel>;
  /** Only those who have joined may read and write, and hear of messages by the event stream. */
  joinChannel(roomId: number, options?: CallOptions): Promise<void>;
  leaveChannel(roomId: number, options?: CallOptions): Promise<void>;
  /** Is not made again when its answer got lost: everybody might read it twice. */
  sendMessage(roomId: number, input: MessageInput, options?: CallOptions): Promise<void>;
  /** Oldest first. */
  listMessages(
    roomId: number,
    query?: MessageQuery,
    options?: CallOptions,
  ): Promise<Page<ChannelMessage>>;
  listChannelMembers(
    roomId: number,
    query?: ChannelMemberQuery,
    options?: CallOptions,
  ): Promise<Page<ChannelMember>>;
  /** Rejects with `not-found` when that member is not in the channel. */
  getChannelMember(
    roomId: number,
    appUserId: string,
    options?: CallOptions,
  ): Promise<ChannelMember>;
  /** For operators only, like the two below: others are `forbidden`. */
  setAsOperator(roomId: number, appUserId: string, options?: CallOptions): Promise<void>;
  setAsMember(roomId: number, appUserId: string, options?: CallOptions): Promise<void>;
  /** Takes a member out of the channel and of the call, for good. */
  banMember(roomId: number, appUserId: string, options?: CallOptions): Promise<void>;
}
