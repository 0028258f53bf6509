import type { CallOptions, Open, Page, RoomOwner } from './types.js';

/**
 * The channel of a room: its messages, and its members. The calls and the types are read off the
 * service's published client SDK. It is assumed that a page of messages begins with the oldest.
 */
export interface Channel {
  readonly id: number;
  /** Members can write only in an `OPENED` channel. */
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
  /** Whether members can join by themselves. */
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
  /** A `SIGNAL` is for programs, and is not shown. */
  readonly type: Open<'MESSAGE' | 'SIGNAL'>;
  /** The channel of the message. Only the event stream gives it. */
  readonly channelId: number | undefined;
  /** The author; undefined for a message that no member wrote. */
  readonly channelMember: MessageAuthor | undefined;
  /** The session of the room in which it was sent, from 1. */
  readonly sessionNo?: number | undefined;
  /** The text; undefined for a message with only `customData`. */
  readonly message: string | undefined;
  readonly customType: string | undefined;
  /** Any JSON from the sender. The app must check its shape. */
  readonly customData: unknown;
}

/** The role of a member in a channel: an `OPERATOR` decides about the others. */
export type ChannelMemberType = Open<'OPERATOR' | 'MEMBER'>;

/**
 * The author of a message. Only here the service calls the role `type`; an answer with
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
  /** Any JSON from the member's join. */
  readonly customData?: unknown;
  readonly joinedAt?: string | undefined;
  readonly rejoinedAt?: string | undefined;
  readonly lastSeenAt?: string | undefined;
  readonly bannedAt?: string | undefined;
  readonly unbannedAt?: string | undefined;
  readonly leavedAt?: string | undefined;
  /** Whether the service removed the member after a lost connection. */
  readonly autoLeaved?: boolean | undefined;
}

/** The body of a request to join a channel. */
export interface ChannelJoinInput {
  /** The password of the room. A secret. */
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
  /** `false`: the message is delivered to present members, and not stored. Default `true`. */
  readonly persistence?: boolean;
}

/** The requested messages of a channel. */
export interface MessageQuery {
  /** The messages next to this one, without it. Default: the newest, or with `AFTER` the oldest. */
  readonly messageId?: string;
  /** `BEFORE`: older messages. `AFTER`: newer ones. Default `BEFORE`. */
  readonly direction?: 'BEFORE' | 'AFTER';
  /** The most messages of a page. The service has a default, and a limit. */
  readonly limit?: number;
}

/** The requested part of a channel's members. `page` counts from 0, as in {@link Page.number}. */
export interface ChannelMemberQuery {
  readonly page?: number;
  readonly pageSize?: number;
}

/** The calls for the channel of a room, by the room's id. They always go to the service itself. */
export interface ChannelApi {
  getChannel(roomId: number, options?: CallOptions): Promise<Channel>;
  /**
   * Joins a channel. Only joined members may read and write, and get messages by the event stream.
   */
  joinChannel(roomId: number, input?: ChannelJoinInput, options?: CallOptions): Promise<void>;
  leaveChannel(roomId: number, options?: CallOptions): Promise<void>;
  /** Sends a message. It is not retried after a lost answer: that could send the message twice. */
  sendMessage(roomId: number, input: MessageInput, options?: CallOptions): Promise<void>;
  /** Lists messages, oldest first. */
  listMessages(
    roomId: number,
    query?: MessageQuery,
    options?: CallOptions,
  ): Promise<Page<ChannelMessage>>;
  /** Gets a message. Rejects with `not-found` if it does not exist or was not stored. */
  getMessage(roomId: number, messageId: string, options?: CallOptions): Promise<ChannelMessage>;
  listChannelMembers(
    roomId: number,
    query?: ChannelMemberQuery,
    options?: CallOptions,
  ): Promise<Page<ChannelMember>>;
  /** Gets a member. Rejects with `not-found` if the member is not in the channel. */
  getChannelMember(
    roomId: number,
    appUserId: string,
    options?: CallOptions,
  ): Promise<ChannelMember>;
  /**
   * Makes a member an operator. Only operators may do this and the two below; others get
   * `forbidden`.
   */
  setAsOperator(roomId: number, appUserId: string, options?: CallOptions): Promise<void>;
  setAsMember(roomId: number, appUserId: string, options?: CallOptions): Promise<void>;
  /** Removes a member from the channel and from the call permanently. */
  banMember(roomId: number, appUserId: string, options?: CallOptions): Promise<void>;
}

/** Knows which channels the member has joined in this browser; it sends no request. */
export interface ChannelKnowledge {
  /**
   * Whether the member has joined the channel of a room by this client, and has not left it. The
   * service tells others nothing of who is in it, but for the room's operators.
   */
  readonly hasJoined?: (roomId: number) => boolean | Promise<boolean>;
}
