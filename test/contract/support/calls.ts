import assert from 'node:assert/strict';
import { target, type Credentials } from './target.js';

/** The fields that the tests look at. */
export interface Body {
  readonly errorCode: string;
  readonly errorMessage: string;
  readonly accessToken: string;
  readonly streamingToken: string;
  readonly refreshToken?: string;
  readonly email: string | null;
  readonly country: string | null;
  readonly appUserProfileImgUrl: string | null;
  readonly webRtcServerUrl: string;
  readonly webRtcToken: string;
  readonly id: number;
  readonly uuid: string;
  readonly appUserId: string;
  readonly appUserName: string | null;
  readonly appUser?: { readonly appUserId: string };
  readonly customType: string | null;
  readonly customData: unknown;
  readonly name: string | null;
  readonly creatorType: string;
  readonly member: { readonly appUserId: string };
  readonly channelState: string;
  readonly channel: object;
  readonly stats: { readonly currentOnlineMemberCount: number };
  readonly channelMemberState: string;
  readonly channelMemberType: string;
  readonly joinedAt: string | null;
  readonly rejoinedAt: string | null;
  readonly leavedAt: string | null;
  readonly bannedAt: string | null;
  readonly autoLeaved: boolean;
  readonly type: string;
  readonly protocol: string;
  readonly videoRoomState: string;
  readonly accessLevel: string;
  readonly title: string | null;
  readonly content: readonly Body[];
  readonly message: string;
  readonly messageId: string;
  readonly number: number;
  readonly size: number;
  readonly numberOfElements: number;
  readonly totalElements: number;
  readonly totalPages: number;
  readonly first: boolean;
  readonly last: boolean;
  readonly empty: boolean;
}

export interface Answer {
  readonly status: number;
  readonly body: Body;
}

/** Calls a route such as `GET /video-rooms`, below the base path of the caller. */
export type Call = (route: string, json?: unknown) => Promise<Answer>;

/** Returns a function that calls the member API with this token. */
export function asMember(token: string | undefined): Call {
  return caller(`${target.memberUrl}/v2/members/me`, token && `Bearer ${token}`);
}

/** Returns a function that calls the server API with these credentials. */
export function asApp(credentials: Credentials | null = target.app): Call {
  return caller(`${target.serverUrl}/v2/apps/me`, basic(credentials));
}

/** Returns a function for the one route of the member API that takes an app's credentials. */
export function asAppBelowMembers(credentials: Credentials | null = target.app): Call {
  return caller(`${target.memberUrl}/v2/members/me`, basic(credentials));
}

/** Asserts that an answer is a documented error with this status and, if given, this code. */
export function refused({ status, body }: Answer, expected: number, errorCode?: string): void {
  assert.equal(status, expected);
  assert.match(body.errorCode, /^[A-Z_]+$/);
  assert.equal(typeof body.errorMessage, 'string');
  if (errorCode) assert.equal(body.errorCode, errorCode);
}

function basic(credentials: Credentials | null): string | undefined {
  return credentials
    ? `Basic ${btoa(`${credentials.apiKey}:${credentials.apiSecret}`)}`
    : undefined;
}

function caller(url: string, as: string | undefined): Call {
  return async (route, json) => {
    const [method = 'GET', path = ''] = route.split(' ');
    const response = await target.fetch(
      new Request(url + path, {
        method,
        headers: { 'Content-Type': 'application/json', ...(as && { Authorization: as }) },
        ...(json !== undefined && { body: typeof json === 'string' ? json : JSON.stringify(json) }),
      }),
    );
    const text = await response.text();
    return { status: response.status, body: (text ? JSON.parse(text) : {}) as Body };
  };
}
