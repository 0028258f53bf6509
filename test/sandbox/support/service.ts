import { createLiveKitMedia } from '../../../sandbox/livekit/media.js';
import { systemClock } from '../../../sandbox/service/clock.js';
import type { AppRecord } from '../../../sandbox/service/records.js';
import {
  createSandboxService,
  type SandboxServiceOptions,
} from '../../../sandbox/service/service.js';

export const app: AppRecord = {
  id: 1,
  name: 'Test',
  apiKey: 'key',
  apiSecret: 'secret',
  membersMayCreateRooms: true,
};

/** Another app of the same service, which must see nothing of the first. */
export const otherApp: AppRecord = { ...app, id: 2, name: 'Other', apiKey: 'key2' };

/** An app whose members must not create rooms. */
export const strictApp: AppRecord = { ...app, id: 3, apiKey: 'key3', membersMayCreateRooms: false };

export const basic = (credentials: string): string => `Basic ${btoa(credentials)}`;
export const bearer = (token: string): string => `Bearer ${token}`;

export const liveKitKey = 'devkey';
export const liveKitSecret = 'a secret of 32 characters or more';

/** Issues and checks real tokens and webhooks without a LiveKit server. */
export const liveKitMedia = createLiveKitMedia({
  key: liveKitKey,
  secret: liveKitSecret,
  apiUrl: () => 'http://127.0.0.1:2',
  browserUrl: (hostname) => `ws://${hostname}:7880`,
  outage: () => undefined,
});

/** All fields of all answers. The tests assert which of them an answer has. */
export interface AnswerBody {
  readonly errorCode: string;
  readonly errorMessage: string;
  readonly accessToken: string;
  readonly webRtcServerUrl: string;
  readonly webRtcToken: string;
  readonly id: number;
  readonly uuid: string;
  readonly app: object;
  readonly appUserId: string;
  readonly appUserName: string | null;
  readonly appUserProfileImgUrl: string | null;
  readonly type: string;
  readonly protocol: string;
  readonly videoRoomState: string;
  readonly title: string | null;
  readonly customData: object | null;
  readonly creatorType: string;
  readonly member: { readonly appUserId: string };
  readonly policy: { readonly hasPassword: boolean };
  readonly scheduledAt: string | null;
  readonly lastSessionNo: number;
  readonly liveStartedAt: string | null;
  readonly liveEndedAt: string | null;
  readonly content: readonly AnswerBody[];
  readonly number: number;
  readonly size: number;
  readonly numberOfElements: number;
  readonly totalElements: number;
  readonly totalPages: number;
  readonly first: boolean;
  readonly last: boolean;
  readonly empty: boolean;
  readonly pageable: { readonly offset: number };
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: AnswerBody;
}

export interface CallOptions {
  readonly as?: string;
  readonly json?: unknown;
  readonly body?: BodyInit;
}

type TestServiceOptions = Partial<SandboxServiceOptions> & { readonly now?: () => number };

/** A service without a port, and functions that call it. */
export function createTestService({ now, ...options }: TestServiceOptions = {}) {
  const failures: unknown[] = [];
  const service = createSandboxService({
    apps: [app, otherApp, strictApp],
    onError: (_message, cause) => failures.push(cause),
    ...(now && { clock: { ...systemClock, now } }),
    ...options,
  });

  async function call(route: string, { as, json, body }: CallOptions = {}): Promise<Answer> {
    const [method = 'GET', path = '/'] = route.split(' ');
    const response = await service.fetch(
      new Request(`http://service.test${path}`, {
        method,
        headers: { ...(as && { Authorization: as }) },
        ...(json !== undefined && { body: JSON.stringify(json) }),
        ...(body !== undefined && { body, duplex: 'half' as const }),
      }),
    );
    const text = await response.text();
    const parsed = (text ? JSON.parse(text) : undefined) as AnswerBody;
    return { status: response.status, headers: response.headers, body: parsed };
  }

  /** Logs a member in. Returns their `Authorization` header. */
  async function login(appUserId: string, { apiKey, apiSecret } = app): Promise<string> {
    const { body } = await call('POST /v2/apps/me/members/login', {
      as: basic(`${apiKey}:${apiSecret}`),
      json: { appUserId, appUserName: `${appUserId} of ${apiKey}` },
    });
    return bearer(body.accessToken);
  }

  return { ...service, call, login, failures };
}

export type TestService = ReturnType<typeof createTestService>;

export const rooms = '/v2/members/me/video-rooms';

/** Creates a conference. Returns the room from the service's answer. */
export async function createRoom(
  { call }: TestService,
  as: string,
  fields: object = {},
): Promise<AnswerBody> {
  const { body } = await call(`POST ${rooms}`, {
    as,
    json: { type: 'VIDEO_CONFERENCE', ...fields },
  });
  return body;
}
