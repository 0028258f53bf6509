import type { CallOptions, Open, Page, RoomOwner } from './types.js';

/**
 * The channel of a room: what is written in it, and who may write. The calls and the shapes are
 * read off the service's published client SDK. That a page of messages begins with the oldest is
 * assumed.
 */
export interface Channel {
  readonly id: number;
  /** Only in an `OPENED` channel can anybody write. */
  readonly channelState: Open<'CREATED' | 'OPENED' | 'PAUSED' | 'CLOSED'> | undefined;
  /** The room's title. */
  readonly name: string | undefined;
  readonly lastSessionNo?: number | undefined;
  /** ISO 8601. */
  readonly openedAt?: string | undefined;
  readonly policy?: ChannelPolicy | undefined;
  readonly stats?: ChannelStats | undefined;
}

/** The app's rules for a channel. */
export interface ChannelPolicy {
  /** Whether members join by themselves. */
  readonly canMemberSelfJoin: boolean | undefined;
}

/** The service's counts of a channel. */
export interface ChannelStats {
  readonly currentOnlineMemberCount: number | undefined;
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
  /** The author; undefined for a message that no member wrote. */
  readonly channelMember: MessageAuthor | undefined;
  /** In which session of the room it was sent; the first is 1. */
  readonly sessionNo?: number | undefined;
  /** Undefined where only `customData` was sent. */
  readonly message: string | undefined;
  readonly customType: string | undefined;
  /** Any JSON that the sender gave: its shape is for the app to check. */
  readonly customData: unknown;
}

/** The role of a member in a channel: an `OPERATOR` decides about the others. */
export type ChannelMemberType = Open<'OPERATOR' | 'MEMBER'>;

/**
 * The author of a message. The service calls the role `type` here alone; an answer that says
 * `channelMemberType` is read too.
 */
export interface MessageAuthor {
  readonly type: ChannelMemberType | undefined;
  readonly appUser: RoomOwner;
}

/** The app's user behind a member of a channel. */
export interface ChannelUser extends RoomOwner {
  readonly appUserCustomData?: unknown;
  readonly email?: string | undefined;
}

/** A member in a channel. Times are ISO 8601. */
export interface ChannelMember {
  readonly id?: number | undefined;
  readonly channelMemberState?: Open<'ONLINE' | 'OFFLINE' | 'BANNED' | 'LEAVED'> | undefined;
  /** The client also reads `type`, which some answers have in its place. */
  readonly channelMemberType: ChannelMemberType | undefined;
  readonly appUser: ChannelUser;
  readonly customType?: string | undefined;
  /** Any JSON that the member gave when joining. */
  readonly customData?: unknown;
  readonly joinedAt?: string | undefined;
  readonly rejoinedAt?: string | undefined;
  readonly lastSeenAt?: string | undefined;
  readonly bannedAt?: string | undefined;
  readonly unbannedAt?: string | undefined;
  readonly leavedAt?: string | undefined;
  /** Whether the service took the member out because the connection was lost. */
  readonly autoLeaved?: boolean | undefined;
}

/** The body of a request to join a channel. */
export interface ChannelJoinInput {
  /** That of the room. A secret. */
  readonly password?: string;
  readonly customType?: string;
  /** Any JSON. */
  readonly customData?: unknown;
}

/** A message to send: a text, custom data, or both. */
export interface MessageInput {
  readonly message?: string;
  /** Default `MESSAGE`. Assumed: the SDK does not send it. */
  readonly type?: 'MESSAGE' | 'SIGNAL';
  readonly customType?: string;
  /** Any JSON, nested as well. */
  readonly customData?: unknown;
  /** `false`: it is delivered to those who are there, and not kept. Default `true`. */
  readonly persistence?: boolean;
}

/** Which messages of a channel are wanted. */
export interface MessageQuery {
  /** Those next to this one, which is left out. Default: the newest, or with `AFTER` the oldest. */
  readonly messageId?: string;
  /** To older messages, or to newer ones. Default `BEFORE`. */
  readonly direction?: 'BEFORE' | 'AFTER';
  /** The most messages of a page. The service has a default, and a limit. */
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
  joinChannel(roomId: number, input?: ChannelJoinInput, options?: CallOptions): Promise<void>;
  leaveChannel(roomId: number, options?: CallOptions): Promise<void>;
  /** Is not made again when its answer got lost: everybody might read it twice. */
  sendMessage(roomId: number, input: MessageInput, options?: CallOptions): Promise<void>;
  /** Oldest first. */
  listMessages(
    roomId: number,
    query?: MessageQuery,
    options?: CallOptions,
  ): Promise<Page<ChannelMessage>>;
  /** Rejects with `not-found` when there is no such message, or it was not kept. */
  getMessage(roomId: number, messageId: string, options?: CallOptions): Promise<ChannelMessage>;
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
