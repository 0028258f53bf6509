import type { MemberGroup } from './access.js';

/** An app of the service: everything else belongs to exactly one. */
export interface AppRecord {
  readonly id: number;
  readonly name: string;
  readonly apiKey: string;
  readonly apiSecret: string;
  /** Whether members may create rooms themselves, or only the app's backend for them. */
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

/** What carries rooms of a type: what WebRTC carries is joined, whatever it is called. */
export function protocolOf(type: RoomType): 'RTMP' | 'WEB_RTC' {
  return type === 'BROADCAST_RTMP' ? 'RTMP' : 'WEB_RTC';
}

/** `STARTED` and `ACTIVE` are seen in the real service: here, no room comes into them by itself. */
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

/** A password that cannot be read back. Both parts are base64. */
export interface PasswordHash {
  readonly salt: string;
  readonly hash: string;
}

/** The call that runs in a room, as the media server tells it. */
export interface MediaSession {
  /** The media server's id of this run of the room. */
  readonly id: string;
  readonly participants: readonly MediaParticipant[];
}

/** Somebody who is in a call. */
export interface MediaParticipant {
  /** The media server's id of this participation. */
  readonly id: string;
  readonly appUserId: string;
}

/** Where an app hears of what happens: its webhooks go there. */
export interface CallbackRecord {
  readonly url: string;
  /** Sent with each webhook, so that the app knows the sender; stored as they are. */
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
  /** When the room came into its state. */
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

/** What a room's channel knows of a member. */
export interface ChannelMemberRecord {
  readonly id: number;
  readonly roomId: number;
  readonly memberId: number;
  readonly appUserId: string;
  readonly type: 'OPERATOR' | 'MEMBER';
  readonly state: 'JOINED' | 'LEFT' | 'WAITING' | 'REFUSED' | 'BANNED';
  /** Whether an operator has let the member in, where that is needed. */
  readonly approved: boolean;
  /** The salt of the room's password that the member has given; absent: none. */
  readonly shownPassword?: string;
  /** What the member said with the last joining. */
  readonly customType?: string | null;
  readonly customData?: CustomData | null;
  /** When the member joined for the first time, and for the last. */
  readonly joinedAt?: string;
  readonly rejoinedAt?: string;
  readonly leavedAt?: string;
  readonly bannedAt?: string;
  readonly createdAt: string;
  readonly lastModifiedAt: string;
}

/** What somebody wrote into a room's channel. */
export interface MessageRecord {
  readonly id: number;
  readonly roomId: number;
  readonly senderId: number;
  readonly appUserId: string;
  readonly senderType: ChannelMemberRecord['type'];
  readonly type: 'MESSAGE' | 'SIGNAL';
  readonly message: string | null;
  readonly customType: string | null;
  /** Any JSON. */
  readonly customData: unknown;
  readonly sessionNo: number;
  readonly createdAt: string;
  readonly lastModifiedAt: string;
}

/** Something that an app is told of, and what became of it. Holds no credentials. */
export interface WebhookRecord {
  /** Counts in the order in which things happened. */
  readonly id: number;
  /** By which the app knows it again: the same in each attempt. */
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
  /** Where it was sent to, without the query. */
  readonly url: string;
  /** The status that was answered, or why there is none. */
  readonly outcome: number | 'timeout' | 'no-answer';
}

/** Something that browsers are told of. */
export interface PushEventRecord {
  /** Grows from event to event, over restarts too. */
  readonly id: number;
  readonly appId: number;
  /** Those who have joined the channel of this room: when the event is delivered, not before. */
  readonly audience: { readonly roomId: number };
  /** What the event holds, but for what follows from its id. */
  readonly message: object;
}

/** A call that is recorded, or was in the session that the room still has. */
export interface RecordingRecord {
  readonly id: number;
  readonly roomId: number;
  /** The session of the room that it began with. */
  readonly sessionNo: number;
  /** `ending`: it was told to stop, and the app has not been told that it has. */
  readonly state: 'running' | 'ending' | 'ended';
  /** What the media server makes; null: nothing yet. */
  readonly made: MadeRecording | null;
}

/** A recording that the media server makes, or shows as if it made one. */
export interface MadeRecording {
  /** Whether its end comes as an `egress-ended` of the media server. */
  readonly tellsItsEnd: boolean;
  /** The media server's id of it; absent: it has none. */
  readonly egress?: string;
}
