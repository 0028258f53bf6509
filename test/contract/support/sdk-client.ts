import assert from 'node:assert/strict';
import { target } from './target.js';

type Json = Readonly<Record<string, unknown>>;

/** The fields that the service's SDK reads. Each must be in the answer, if only as null. */
const read = {
  member: ['id', 'appUserId', 'appUserName', 'appUserProfileImgUrl', 'email', 'customData'],
  room: [
    ...['id', 'state', 'uuid', 'type', 'protocol', 'videoRoomState', 'accessLevel', 'app'],
    ...['member', 'channel', 'creatorType', 'creatorId', 'title', 'description', 'customType'],
    ...['customData', 'policy', 'scheduledAt', 'cancelledAt', 'lastSessionNo', 'liveStartedAt'],
    ...['liveEndedAt', 'createdAt', 'lastModifiedAt'],
  ],
  page: [
    ...['content', 'totalPages', 'totalElements', 'numberOfElements', 'number', 'size', 'first'],
    ...['last', 'empty', 'pageable', 'sort'],
  ],
  rtcToken: ['webRtcServerUrl', 'webRtcToken'],
  channel: [
    ...['id', 'channelState', 'name', 'app', 'referenceType', 'referenceId', 'lastSessionNo'],
    ...['policy', 'stats', 'openedAt'],
  ],
  channelMember: [
    ...['id', 'channelMemberState', 'channelMemberType', 'appUser', 'customType', 'customData'],
    ...['joinedAt', 'rejoinedAt', 'lastSeenAt', 'bannedAt', 'unbannedAt', 'leavedAt'],
    ...['autoLeaved'],
  ],
  message: [
    ...['messageId', 'sentAt', 'origin', 'type', 'channelMember', 'sessionNo', 'message'],
    ...['customType', 'customData'],
  ],
} as const;

/** The values of each enum that the SDK knows. It accepts no others. */
const known: Readonly<Record<string, readonly string[]>> = {
  channelState: ['CREATED', 'OPENED', 'PAUSED', 'CLOSED'],
  channelMemberState: ['ONLINE', 'OFFLINE', 'BANNED', 'LEAVED'],
  channelMemberType: ['OPERATOR', 'MEMBER'],
  origin: ['MEMBER', 'APP', 'SYSTEM'],
  protocol: ['RTMP', 'WEB_RTC'],
  creatorType: ['USER', 'APP', 'MEMBER'],
};

export interface SdkPage {
  readonly content: readonly Json[];
  readonly number: number;
  readonly first: boolean;
  readonly last: boolean;
  readonly totalElements: number;
}

export interface SdkListQuery {
  readonly keyword?: string;
  /** Counted from 1. */
  readonly page?: number;
  readonly pageSize?: number;
}

export interface SdkMessageQuery {
  readonly messageId?: string;
  readonly direction?: 'BEFORE' | 'AFTER';
  readonly limit?: number;
}

export interface SdkMessage {
  readonly message?: string;
  readonly customType?: string;
  readonly customData?: unknown;
  readonly persistence?: boolean;
}

interface Sent {
  readonly query?: object;
  readonly body?: object;
}

/**
 * Calls the service as its published web SDK does, and is as strict: each call accepts only one
 * status, and every field that it reads must be present. It follows the known contract. It shows
 * that an app with the SDK and an app with this kit can share a service.
 */
export function createSdkClient(accessToken: string) {
  const base = '/v2/members/me';
  const rooms = `${base}/video-rooms`;

  async function ask(method: string, path: string, status: number, sent: Sent = {}) {
    const url = new URL(target.memberUrl + path);
    for (const [name, value] of Object.entries(sent.query ?? {})) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    const response = await target.fetch(
      new Request(url, {
        method,
        headers: { Authorization: `Bearer ${accessToken}`, 'Content-Type': 'application/json' },
        ...(sent.body && { body: JSON.stringify(sent.body) }),
      }),
    );
    const text = await response.text();
    assert.equal(response.status, status, `${method} ${path}: ${text}`);
    return (text ? JSON.parse(text) : undefined) as Json;
  }

  const reading = (fields: readonly string[], answer: Json): Json => {
    for (const field of fields) assert.ok(field in answer, `The answer lacks ${field}.`);
    for (const [field, words] of Object.entries(known)) {
      const word = answer[field];
      if (!fields.includes(field) || word === undefined) continue;
      assert.ok(typeof word === 'string' && words.includes(word), `${field} has an unknown value.`);
    }
    return answer;
  };
  const reader = (fields: readonly string[]) => (answer: Json) => reading(fields, answer);
  const pageOf = (fields: readonly string[], answer: Json): SdkPage => {
    const page = reading(read.page, answer) as unknown as SdkPage;
    for (const entry of page.content) reading(fields, entry);
    return page;
  };
  const channel = (roomId: number, rest = ''): string => `${rooms}/${roomId}/channel${rest}`;
  const decide = (roomId: number, appUserId: string, decision: string) =>
    ask('POST', channel(roomId, `/members/${appUserId}/${decision}`), 204);

  return {
    me: () => ask('GET', base, 200).then(reader(read.member)),
    createVideoRoom: (body: object) => ask('POST', rooms, 201, { body }).then(reader(read.room)),
    listVideoRooms: async (query: SdkListQuery = {}) =>
      pageOf(read.room, await ask('GET', rooms, 200, { query })),
    getVideoRoom: (id: number) => ask('GET', `${rooms}/${id}`, 200).then(reader(read.room)),
    updateVideoRoom: (id: number, body: object) =>
      ask('PATCH', `${rooms}/${id}`, 200, { body }).then(reader(read.room)),
    deleteVideoRoom: (id: number) => ask('DELETE', `${rooms}/${id}`, 200),
    issueVideoRoomWebRtcToken: (id: number, body: object = {}) =>
      ask('POST', `${rooms}/${id}/web-rtc-tokens`, 201, { body }).then(reader(read.rtcToken)),

    getChannel: (id: number) => ask('GET', channel(id), 200).then(reader(read.channel)),
    joinChannel: (id: number, body: object = {}) =>
      ask('POST', channel(id, '/join'), 204, { body }),
    leaveChannel: (id: number) => ask('POST', channel(id, '/leave'), 204),
    sendMessage: (id: number, body: SdkMessage) =>
      ask('POST', channel(id, '/messages'), 204, { body }),
    listMessages: async (id: number, query: SdkMessageQuery = {}) =>
      pageOf(read.message, await ask('GET', channel(id, '/messages'), 200, { query })),
    getMessage: (id: number, messageId: string) =>
      ask('GET', channel(id, `/messages/${messageId}`), 200).then(reader(read.message)),
    listChannelMembers: async (id: number, query: SdkListQuery = {}) =>
      pageOf(read.channelMember, await ask('GET', channel(id, '/members'), 200, { query })),
    getChannelMember: (id: number, appUserId: string) =>
      ask('GET', channel(id, `/members/${appUserId}`), 200).then(reader(read.channelMember)),
    setAsOperator: (id: number, appUserId: string) => decide(id, appUserId, 'set-as-operator'),
    setAsMember: (id: number, appUserId: string) => decide(id, appUserId, 'set-as-member'),
    banMember: (id: number, appUserId: string) => decide(id, appUserId, 'ban'),
  };
}
