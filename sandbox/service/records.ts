import type { MemberGroup } from './access.js';

/** An app of the service. Every other record belongs to exactly one app. */
export interface AppRecord {
  readonly id: number;
  readonly name: string;
  readonly apiKey: string;
  readonly apiSecret: string;
  /**
   * Whether members may create rooms themselves. Otherwise only the app's backend creates rooms.
   */
  readonly membersMayCreateRooms: boolean;
  /** Default `CMAF`. */
  readonly defaultRtmpOutputMode?: 'RTMP' | 'CMAF' | 'RTMP_CMAF';
}

export const roomTypes = [
  'VIDEO_CONFERENCE',
  'INTERACTIVE_MEETING',
  'BROADCAST_RTMP',
  'WEBINAR',
  'VIDEO_SURVEILLANCE',
] as const;
export type RoomType = (typeof roomTypes)[number];

/**
 * The protocol of a room type. Every `WEB_RTC` room is joined the same way, whatever its type is
 * called.
 */
export function protocolOf(type: RoomType): 'RTMP' | 'WEB_RTC' {
  return type === 'BROADCAST_RTMP' ? 'RTMP' : 'WEB_RTC';
}

/** The real service shows `STARTED` and `ACTIVE` too; here no room enters them by itself. */
export const roomStates = [
  'SCHEDULED',
  'CANCELLED',
  'STARTED',
  'ACTIVE',
  'LIVE',
  'LIVE_INACTIVE',
  'ENDED',
  'ARCHIVED',
] as const;
export type RoomState = (typeof roomStates)[number];

export type CustomData = Readonly<Record<string, string | number | boolean | null>>;

export interface MemberRecord {
  readonly id: number;
  readonly appId: number;
  /** Letters and digits, unique in the app, case sensitive. */
  readonly appUserId: string;
  readonly appUserName: string | null;
  readonly appUserProfileImgUrl: string | null;
  readonly customType: string | null;
  readonly customData: CustomData | null;
  /** BCP 47 tag. */
  readonly lang: string | null;
  readonly group?: MemberGroup | null;
  readonly email?: string | null;
  readonly country?: string | null;
  /** ISO 8601, as all times of records. */
  readonly createdAt: string;
  readonly lastModifiedAt: string;
}

/** A hashed password. Both parts are base64. */
export interface PasswordHash {
  readonly salt: string;
  readonly hash: string;
}

/** The call that runs in a room, as the media server reports it. */
export interface MediaSession {
  /** The media server's id of this session of the room. */
  readonly id: string;
  readonly participants: readonly MediaParticipant[];
}

/** A participant of a call. */
export interface MediaParticipant {
  /** The media server's id of this participation. */
  readonly id: string;
  readonly appUserId: string;
}

/** The callback of an app, to which its webhooks are sent. */
export interface CallbackRecord {
  readonly url: string;
  /** Sent with each webhook, so that the app recognizes the sender; stored in plain text. */
  readonly id: string;
  readonly password: string;
}

export interface RoomRecord {
  readonly id: number;
  /** Also the room's name on the media server. */
  readonly uuid: string;
  readonly appId: number;
  readonly owner: { readonly id: number; readonly appUserId: string };
  readonly creator: 'APP' | 'MEMBER';
  readonly type: RoomType;
  readonly state: RoomState;
  /** When the room entered its state. */
  readonly stateSince?: string;
  readonly accessLevel: string;
  readonly allowList?: readonly string[] | null;
  readonly title: string | null;
  readonly description: string | null;
  readonly customType: string | null;
  readonly customData: CustomData | null;
  readonly password: PasswordHash | null;
  readonly manuallyApproval: boolean;
  readonly canAutoRoomCompositeRecording: boolean;
  readonly scheduledAt: string | null;
  readonly cancelledAt: string | null;
  readonly lastSessionNo: number;
  readonly liveStartedAt: string | null;
  readonly liveEndedAt: string | null;
  readonly createdAt: string;
  readonly lastModifiedAt: string;
  readonly session: MediaSession | null;
}

/** The channel's facts about a member. */
export interface ChannelMemberRecord {
  readonly id: number;
  readonly roomId: number;
  readonly memberId: number;
  readonly appUserId: string;
  readonly type: 'OPERATOR' | 'MEMBER';
  readonly state: 'JOINED' | 'LEFT' | 'WAITING' | 'REFUSED' | 'BANNED';
  /** Whether an operator has approved the member, where approval is needed. */
  readonly approved: boolean;
  /** The salt of the room password that the member has given; absent: none was given. */
  readonly shownPassword?: string;
  /** The `customType` of the member's last request to join. */
  readonly customType?: string | null;
  readonly customData?: CustomData | null;
  /** When the member joined first, and when the member joined last. */
  readonly joinedAt?: string;
  readonly rejoinedAt?: string;
  readonly leavedAt?: string;
  readonly bannedAt?: string;
  readonly createdAt: string;
  readonly lastModifiedAt: string;
}

/** A message in a room's channel. */
export interface MessageRecord {
  readonly id: number;
  readonly roomId: number;
  readonly senderId: number;
  readonly appUserId: string;
  readonly senderType: ChannelMemberRecord['type'];
  readonly type: 'MESSAGE' | 'SIGNAL';
  readonly message: string | null;
  readonly customType: string | null;
  /** Any JSON value. */
  readonly customData: unknown;
  readonly sessionNo: number;
  readonly createdAt: string;
  readonly lastModifiedAt: string;
}

/** A webhook and its delivery. Holds no credentials. */
export interface WebhookRecord {
  /** Ids grow in the order of the events. */
  readonly id: number;
  /** The id by which the app recognizes the event: the same in each attempt. */
  readonly eventId: string;
  readonly appId: number;
  readonly type: string;
  readonly data: object;
  readonly createdAt: string;
  readonly state: 'pending' | 'delivered' | 'given-up';
  readonly attempts: readonly WebhookAttempt[];
}

export interface WebhookAttempt {
  readonly at: string;
  /** The URL that the webhook was sent to, without the query. */
  readonly url: string;
  /** The HTTP status of the answer, or why there is no answer. */
  readonly outcome: number | 'timeout' | 'no-answer';
}

/** An event that is pushed to browsers. */
export interface PushEventRecord {
  /** Grows from event to event, also over restarts. */
  readonly id: number;
  readonly appId: number;
  /** The members who have joined the channel of this room at the time of delivery. */
  readonly audience: { readonly roomId: number };
  /** The content of the event, without the fields that follow from its id. */
  readonly message: object;
}

/** A recording of a call: running, or of the session that the room still has. */
export interface RecordingRecord {
  readonly id: number;
  readonly roomId: number;
  /** The session of the room in which the recording began. */
  readonly sessionNo: number;
  /** `ending`: the stop was requested, and the app has not been notified of the end. */
  readonly state: 'running' | 'ending' | 'ended';
  /** The media server's recording; null: it has not begun yet. */
  readonly made: MadeRecording | null;
}

/** A recording that the media server makes, or only shows. */
export interface MadeRecording {
  /** Whether the media server reports the end by an `egress-ended` event. */
  readonly tellsItsEnd: boolean;
  /** The media server's id of the egress; absent: it has none. */
  readonly egress?: string;
}
