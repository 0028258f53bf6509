import type { ChannelMessage } from './channel-types.js';
import type { RetryOptions } from './retry.js';

/**
 * The types of the service's member API. Fields have the names of the API. Each doc block names the
 * source: **documented** by the service's guides, **read off** its published client SDK, or
 * **assumed** here.
 *
 * `Known | (string & {})` keeps auto-completion and allows values of later versions of the service:
 * an unknown enum value must never break a page.
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

/** Up to 10 short texts of the app's own. The service sets the limits. Documented. */
export type CustomData = Readonly<Record<string, unknown>>;

/** The asking member, from `me`. Read off the SDK; `email` and `country` documented. */
export interface Member {
  readonly id: number | undefined;
  readonly appUserId: string;
  readonly appUserName: string | undefined;
  /**
   * The address of the member's picture from the app, which the service does not check. Elements
   * show only http(s) addresses. They ignore relative ones, as their base is not documented: with
   * the service as base, an app's text could make browsers request any of its addresses.
   */
  readonly appUserProfileImgUrl: string | undefined;
  readonly customType: string | undefined;
  /** The member's language as a BCP 47 tag, if the service knows it. */
  readonly lang: string | undefined;
  readonly email?: string | undefined;
  readonly country?: string | undefined;
}

/** The owner of a room. Documented. */
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

/** A summary of the channel of a room. `ChannelApi` has all of it. Documented. */
export interface RoomChannel {
  readonly id: number;
  readonly channelState: string | undefined;
  /** The room's title. */
  readonly name: string | undefined;
}

/**
 * A video room. Times are ISO 8601 texts from the service, with up to nanoseconds. Documented,
 * unless a field says otherwise.
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
  /** Gateways that do not know these five fields leave them out. */
  readonly app?: RoomApp | undefined;
  readonly channel?: RoomChannel | undefined;
  /**
   * The type of the room's creator, who may not be its owner: an app creates rooms for its members.
   */
  readonly creatorType?: Open<'USER' | 'APP' | 'MEMBER'> | undefined;
  readonly creatorId?: number | undefined;
  /** The number of the last call in this room, from 1. */
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
  /** For a list of rooms: `create`, or empty. Only a gateway of the server kit adds it. */
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
  /** The password, a secret. `null` removes it. */
  readonly password?: string | null;
  readonly manuallyApproval?: boolean;
  readonly canAutoRoomCompositeRecording?: boolean;
}

/** A new room. Documented; `null` counts as left out. */
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
  /** Replaces the client's own options for this call. */
  readonly retry?: RetryOptions;
}

/** Id or uuid of a room; uuids are recognised by their form. */
export type RoomId = number | string;

/**
 * The calls for rooms. `FfcClient` calls the service directly. An app's own gateway (`rooms-url`,
 * or the `roomsApi` property) may replace it, so that its backend decides about each action.
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

/** The room calls of an app's own object: `roomsApi` of an element, `rooms` of its services. */
export interface AppRoomsApi extends RoomsApi {
  /**
   * Whether a list offers an action. A list calls it with each rendering, so it must return at
   * once. Without this function, or if it returns undefined, `can` in the service's answers
   * decides. Without `can`, the member may create rooms, and change and delete their own. This
   * protects nothing: the backend checks each call itself.
   *
   * @param room The room to change or to delete; undefined for `create`.
   */
  can?(permission: RoomPermission, room?: VideoRoom): boolean | undefined;
  /**
   * Ends the call in a room for everybody. With this function, a call offers its hosts *End for
   * everyone*; without it, nobody is offered that. The service documents no such call, so the app's
   * backend implements it: it checks the right of the user, and ends the call by the app's own
   * means. Deleting the room ends its call, too. Resolve when the call is over or is about to end:
   * each person then sees the end of the call, as it comes from the media server.
   */
  endRoom?(id: number, options?: CallOptions): Promise<void>;
}

/** The calls that always go to the service itself. */
export interface MemberApi {
  /**
   * `false`: the RTC token of this member cannot carry a chosen name, so that there is no field for
   * one. Default `true`.
   */
  readonly carriesDisplayName?: boolean | undefined;
  me(options?: CallOptions): Promise<Member>;
  issueRtcToken(id: number, input?: RtcTokenInput, options?: CallOptions): Promise<RtcGrant>;
}

/** The reason why a member token is requested. */
export type TokenReason = 'initial' | 'expired' | 'unauthorized';

/** A member access token from a backend: plain, or in the JSON of a token endpoint. */
export type MemberToken = string | { readonly accessToken: string };

/** The app's callback that returns the member access token, usually from its own backend. */
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
  /** The stream has started. It does not contain earlier events. */
  | { readonly type: 'open' }
  /** The stream was interrupted, and its events are lost: load the state again. */
  | { readonly type: 'gap' };

/** A source of the service's events. */
export interface PushSource {
  /**
   * Calls the handler with each event until the signal aborts. Never throws: without a stream there
   * are no events.
   */
  subscribe(handler: (event: PushEvent) => void, options: { readonly signal: AbortSignal }): void;
}
