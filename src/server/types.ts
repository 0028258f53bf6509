import type { CustomData, Member, RoomInput, RoomSort } from '../api/types.js';

/**
 * What an app tells of a user when it makes them a member. Fields that are left out stay, and
 * `null` takes a value away.
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

/** A member as the server API answers: with the app's own facts. */
export interface ServerMember extends Member {
  readonly customData: CustomData | undefined;
  /** ISO 8601. */
  readonly createdAt: string | undefined;
  readonly lastModifiedAt: string | undefined;
}

/** What a list of members can be asked for. `page` counts from 0, as in the answer. */
export interface MemberQuery {
  readonly appUserId?: string;
  readonly appUserName?: string;
  readonly sortBy?: RoomSort | 'APP_USER_ID_ASC' | 'APP_USER_ID_DESC';
  readonly page?: number;
  readonly pageSize?: number;
}

/** What a login gives. All of it is secret: hand the access token to its member, log none. */
export interface LoginGrant {
  /** The member access token: what `token-url` answers and `tokenProvider` gives. */
  readonly accessToken: string;
  readonly refreshToken: string | undefined;
  readonly streamingToken: string | undefined;
}

/** A new room, and the member that it will belong to. */
export interface MemberRoomInput extends RoomInput {
  readonly appUserId: string;
}

/** Where the service sends its webhooks, and what it shows there. */
export interface CallbackInput {
  /** The public https address of the webhook receiver. */
  readonly url: string;
  readonly id: string;
  readonly password: string;
}
