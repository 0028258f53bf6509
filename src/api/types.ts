import type { ChannelMessage } from './channel-types.js';
import type { RetryOptions } from './retry.js';

/**
 * The service's shapes, as its member API gives them. Fields are named as on the wire. Where a
 * shape is known from, its doc block says: **documented** by the service's guides, **read off** its
 * published client SDK, or **assumed** here.
 *
 * `Known | (string & {})` keeps auto-completion and lets through a value that a later version
 * of the service invents: an unknown enum value must never break a page.
 */
export type Open<Known extends string> = Known | (string & {});

/**
 * The purpose of a video room. Its {@link VideoRoom.protocol} decides whether it can be joined.
 * Documented; `WEBINAR` and `VIDEO_SURVEILLANCE` are read off the SDK.
 */
export type RoomType = Open<
  'VIDEO_CONFERENCE' | 'INTERACTIVE_MEETING' | 'WEBINAR' | 'BROADCAST_RTMP' | 'VIDEO_SURVEILLANCE'
>;

/**
 * The members who may enter a room: everybody, all but guests, those on its list, or its creator.
 * Documented, in the newest user guide.
 */
export type AccessLevel = Open<'PUBLIC' | 'MEMBER' | 'RESTRICTED' | 'PRIVATE'>;

/**
 * The stage of a room's life. Documented; `STARTED`, `ACTIVE` and `ARCHIVED` are read off the SDK.
 */
export type VideoRoomState = Open<
  'SCHEDULED' | 'CANCELLED' | 'LIVE' | 'LIVE_INACTIVE' | 'ENDED' | 'STARTED' | 'ACTIVE' | 'ARCHIVED'
>;

/** The order of a list of rooms. Documented. */
export type RoomSort =
  'CREATED_AT_ASC' | 'CREATED_AT_DESC' | 'LAST_MODIFIED_AT_ASC' | 'LAST_MODIFIED_AT_DESC';

/** Up to 10 short text facts of the app's own; the service sets the limits. Documented. */
export type CustomData = Readonly<Record<string, unknown>>;

/** The member who is asking, as `me` answers. Read off the SDK; `email` and `country` documented. */
export interface Member {
  readonly id: number | undefined;
  readonly appUserId: string;
  readonly appUserName: string | undefined;
  /**
   * The address of the member's picture, as the app stored it: the service does not check it.
   * Elements show http(s) addresses alone. They show no relative one, as nothing documents its base:
   * with the service as its base, an app's text could choose which of its addresses a browser asks.
   */
  readonly appUserProfileImgUrl: string | undefined;
  readonly customType: string | undefined;
  /** BCP 47 tag, when the service knows the member's language. */
  readonly lang: string | undefined;
  readonly email?: string | undefined;
  readonly country?: string | undefined;
}

/** Whose room it is. Documented. */
export type RoomOwner = Pick<
  Member,
  'id' | 'appUserId' | 'appUserName' | 'appUserProfileImgUrl' | 'customType'
>;

/** The owner's decisions about a room. Documented. */
export interface RoomPolicy {
  readonly hasPassword: boolean;
  readonly manuallyApproval: boolean;
  readonly canAutoRoomCompositeRecording: boolean;
}

/** The app that a room belongs to. Documented. */
export interface RoomApp {
  readonly id: number;
  readonly name: string | undefined;
  readonly state: string | undefined;
}

/** The channel of a room, in short: `ChannelApi` answers all of it. Documented. */
export interface RoomChannel {
  readonly id: number;
  readonly channelState: string | undefined;
  /** The room's title. */
  readonly name: string | undefined;
}

/**
 * A video room. Times are ISO 8601 text with up to nanoseconds, as the service sends them.
 * Documented, where a field says nothing else.
 */
export interface VideoRoom {
  readonly id: number;
  /** Whether the room still exists. A gateway that only knows such rooms leaves it out. */
  readonly state?: Open<'ACTIVE' | 'DELETED'> | undefined;
  readonly uuid: string | undefined;
  readonly type: RoomType;
  /** The transport of the room's media. A gateway that only knows the type leaves it out. */
  readonly protocol?: Open<'WEB_RTC' | 'RTMP'> | undefined;
  readonly videoRoomState: VideoRoomState;
  readonly accessLevel: AccessLevel | undefined;
  readonly title: string | undefined;
  readonly description: string | undefined;
  readonly customType: string | undefined;
  readonly customData: CustomData | undefined;
  readonly member: RoomOwner | undefined;
  /** These five are left out by gateways that do not know them. */
  readonly app?: RoomApp | undefined;
  readonly channel?: RoomChannel | undefined;
  /** The maker of the room; not always its owner: an app makes rooms for its members. */
  readonly creatorType?: Open<'USER' | 'APP' | 'MEMBER'> | undefined;
  readonly creatorId?: number | undefined;
  /** Counts the calls that there were in this room, from 1. */
  readonly lastSessionNo?: number | undefined;
  readonly policy: RoomPolicy;
  readonly scheduledAt: string | undefined;
  readonly cancelledAt: string | undefined;
  readonly liveStartedAt: string | undefined;
  readonly liveEndedAt: string | undefined;
  readonly createdAt: string | undefined;
  readonly lastModifiedAt: string | undefined;
  /**
   * The asking member's rights to the room. Only a gateway of the server kit adds this field; the
   * service has none.
   */
  readonly can?: readonly RoomPermission[] | undefined;
}

/** One page of a list. Pages count from 0 here, as in the service's answers. Documented. */
export interface Page<T> {
  readonly content: readonly T[];
  readonly number: number;
  readonly size: number;
  readonly totalPages: number;
  readonly totalElements: number;
  readonly first: boolean;
  readonly last: boolean;
  /** `create` or nothing, of a list of rooms: only where a gateway of the server kit says so. */
  readonly can?: readonly RoomPermission[] | undefined;
}

/**
 * The filters and the page of a list of rooms. `page` counts from 0, as in {@link Page.number};
 * requests count from 1, which is read off the SDK. All else is documented.
 */
export interface RoomQuery {
  readonly keyword?: string;
  readonly videoRoomState?: VideoRoomState;
  readonly type?: RoomType;
  readonly accessLevel?: AccessLevel;
  readonly appUserId?: string;
  readonly sortBy?: RoomSort;
  readonly page?: number;
  readonly pageSize?: number;
}

/**
 * The changeable fields of a room. A field that is left out stays, and `null` removes a value. The
 * service documents that for members; it is assumed for rooms.
 */
export interface RoomUpdate {
  readonly title?: string | null;
  readonly description?: string | null;
  readonly accessLevel?: AccessLevel;
  /** ISO 8601. */
  readonly scheduledAt?: string | null;
  readonly customType?: string | null;
  readonly customData?: CustomData | null;
  /** A secret. With `null` the room needs none any more. */
  readonly password?: string | null;
  readonly manuallyApproval?: boolean;
  readonly canAutoRoomCompositeRecording?: boolean;
}

/** A new room. Documented; `null` is as good as left out. */
export interface RoomInput extends RoomUpdate {
  readonly type: RoomType;
}

/**
 * The address and the token that open the media connection. The token is a secret: keep it out of
 * logs, DOM and events. Read off the SDK.
 */
export interface RtcGrant {
  readonly webRtcServerUrl: string;
  readonly webRtcToken: string;
}

/** The body of a request for an RTC token. Read off the SDK; a 403 for a wrong password is assumed. */
export interface RtcTokenInput {
  readonly password?: string;
  readonly customData?: CustomData;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** For this call, in place of the client's own. */
  readonly retry?: RetryOptions;
}

/** Id or uuid of a room; uuids are recognised by their form. */
export type RoomId = number | string;

/**
 * The calls about rooms. `FfcClient` makes them directly; an app's own gateway may stand in
 * (`rooms-url`, or the `roomsApi` property), so that its backend decides who may do what.
 */
export interface RoomsApi {
  createRoom(input: RoomInput, options?: CallOptions): Promise<VideoRoom>;
  listRooms(query?: RoomQuery, options?: CallOptions): Promise<Page<VideoRoom>>;
  getRoom(id: RoomId, options?: CallOptions): Promise<VideoRoom>;
  updateRoom(id: number, update: RoomUpdate, options?: CallOptions): Promise<VideoRoom>;
  deleteRoom(id: number, options?: CallOptions): Promise<void>;
}

/** The rights that somebody may have to rooms. */
export type RoomPermission = 'create' | 'update' | 'delete';

/** The room calls as an app makes them itself: `roomsApi` of an element, `rooms` of its services. */
export interface AppRoomsApi extends RoomsApi {
  /**
   * Whether a list offers this. A list calls it with each drawing, so it must answer at once.
   * Undefined, or no such function, leaves the decision to `can` in the service's answers. Answers
   * without that let the member create rooms, and change and delete their own. It protects nothing:
   * the backend that answers the calls decides.
   *
   * @param room The room to change or to delete; undefined for `create`.
   */
  can?(permission: RoomPermission, room?: VideoRoom): boolean | undefined;
}

/** The calls that are always direct, whoever answers for the rooms. */
export interface MemberApi {
  /**
   * `false`: the RTC token of this member carries no name of the member's own choice, so that none
   * is asked for. Default `true`.
   */
  readonly carriesDisplayName?: boolean | undefined;
  me(options?: CallOptions): Promise<Member>;
  issueRtcToken(id: number, input?: RtcTokenInput, options?: CallOptions): Promise<RtcGrant>;
}

/** Why a member token is asked for. */
export type TokenReason = 'initial' | 'expired' | 'unauthorized';

/** A member access token as a backend hands it on: bare, or in the JSON of a token endpoint. */
export type MemberToken = string | { readonly accessToken: string };

/** The app's callback that gives the member access token, usually from its own backend. */
export type TokenProvider = (request: {
  readonly reason: TokenReason;
  readonly signal: AbortSignal;
}) => MemberToken | Promise<MemberToken>;

/**
 * An event that the service pushes. Documented: members who have joined a room's channel get its
 * states. Read off the SDK: the shape of the events.
 */
export type PushEvent =
  /** The state of a room changed. */
  | {
      readonly type: 'room-change';
      readonly roomId: number;
      readonly videoRoomState: VideoRoomState;
    }
  | { readonly type: 'message'; readonly message: ChannelMessage }
  /** The stream has begun: it tells nothing of what was before. */
  | { readonly type: 'open' }
  /** The stream was away, and what it would have told is lost: look at what matters again. */
  | { readonly type: 'gap' };

/** The origin of events that the service itself sends. */
export interface PushSource {
  /**
   * Calls the handler with each event until the signal aborts. Never throws: where there is no
   * stream, there are no events.
   */
  subscribe(handler: (event: PushEvent) => void, options: { readonly signal: AbortSignal }): void;
}
