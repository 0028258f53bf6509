import type { CustomData, Member, Page, RoomInput, RoomSort, VideoRoom } from '../api/types.js';

export type { RoomApp, RoomChannel } from '../api/types.js';

/**
 * An app's fields of a user as a member. A field that is left out stays, and `null` removes a
 * value.
 */
export interface MemberUpdate {
  readonly appUserName?: string | null | undefined;
  /** An http(s) URL. The service does not check it. */
  readonly appUserProfileImgUrl?: string | null | undefined;
  /** At most 50 characters. */
  readonly customType?: string | null | undefined;
  /** At most 10 items; their names and values at most 50 characters each. */
  readonly customData?: CustomData | null | undefined;
  /** BCP 47 tag. */
  readonly lang?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly country?: string | null | undefined;
}

/** A user of the app, as a member of the service. */
export interface MemberInput extends MemberUpdate {
  /** The app's own id of the user: letters and digits, case sensitive. */
  readonly appUserId: string;
}

/** A member in the server API, with the app's own data. */
export interface ServerMember extends Member {
  readonly customData: CustomData | undefined;
  /** ISO 8601. */
  readonly createdAt: string | undefined;
  readonly lastModifiedAt: string | undefined;
}

/** The filters and the page of a list of members. `page` counts from 0, as in the answer. */
export interface MemberQuery {
  readonly appUserId?: string;
  readonly appUserName?: string;
  readonly sortBy?: RoomSort | 'APP_USER_ID_ASC' | 'APP_USER_ID_DESC';
  readonly page?: number;
  readonly pageSize?: number;
}

/**
 * The tokens of a login. All are secret: give the access token only to its member, and log none.
 */
export interface LoginGrant {
  /** The member access token, for `token-url` and `tokenProvider`. */
  readonly accessToken: string;
  readonly refreshToken: string | undefined;
  readonly streamingToken: string | undefined;
}

/** A new room, and the member that it will belong to. */
export interface MemberRoomInput extends RoomInput {
  /**
   * The owner. Without it the room belongs to the app's own member, by the service's newer guide.
   * By the older guide the call is refused with `EMPTY_VIDEO_ROOM_APP_USER_ID`.
   */
  readonly appUserId?: string;
}

/** A video room in the server API. It has the same fields as in the member API. */
export type ServerRoom = VideoRoom;

/** A page with all fields of the service's answer. */
export interface ServerPage<T> extends Page<T> {
  readonly numberOfElements: number;
  readonly empty: boolean;
  /** The position of the page and the order of the list, as the service sent them. */
  readonly pageable?: CustomData;
  readonly sort?: CustomData;
}

/** The parameters of the page of the service's own embed. */
export interface EmbedInput {
  /** The number of the app at the service. */
  readonly appId: number;
  readonly roomUuid: string;
  /**
   * The login of the entering member, from `login` or `loginAsGuest`. It becomes part of the
   * address.
   */
  readonly login: LoginGrant;
  /** Whether the member only watches, unseen. */
  readonly isObserver?: boolean | undefined;
  readonly displayName?: string | undefined;
  /** The layout of the screens beside the main one, in the service's own words. */
  readonly drawLayoutType?: string | undefined;
  readonly drawLayoutPosition?: string | undefined;
}

/** The address to which the service sends its webhooks, and the password that it shows there. */
export interface CallbackInput {
  /** The public https address of the webhook receiver. */
  readonly url: string;
  readonly id: string;
  readonly password: string;
}
