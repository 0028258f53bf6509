import {
  createWebhookReceiver,
  type WebhookEvent,
  type WebhookReceiverOptions,
} from '../../../src/server/index.js';

export const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;
export const right = basic('hook:비밀번호');

export const joined = {
  id: 'event1',
  type: 'VIDEO_ROOM_PARTICIPANT_JOINED',
  app: { id: 1, state: 'ACTIVE', name: 'Test', defaultRtmpOutputMode: null },
  createdAt: '2026-01-01T00:00:00.123456789Z',
  data: {
    videoRoom: {
      id: 7,
      state: 'ACTIVE',
      videoRoomState: 'LIVE',
      type: 'VIDEO_CONFERENCE',
      title: null,
      channelId: 8,
      sessionNo: 1,
    },
    appUser: {
      appUserId: 'mina',
      appUserName: 'Mina',
      channelMemberType: 'MEMBER',
      customData: null,
    },
    joinedAt: '2026-01-01T00:00:00Z',
  },
};

export const deliver = (body: unknown = joined, headers: Record<string, string> = {}): Request =>
  new Request('https://app.test/ffc/webhooks', {
    method: 'POST',
    headers: { authorization: right, 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

export function createTestReceiver(options: Partial<WebhookReceiverOptions> = {}) {
  const events: WebhookEvent[] = [];
  const errors: unknown[] = [];
  const receive = createWebhookReceiver({
    id: 'hook',
    password: '비밀번호',
    onEvent: (event) => events.push(event),
    onError: (error) => errors.push(error),
    ...options,
  });
  const statusOf = async (request: Request): Promise<number> => (await receive(request)).status;
  const refusalOf = async (request: Request): Promise<unknown> => {
    const answer = await receive(request);
    const body = answer.status === 204 ? {} : ((await answer.json()) as { errorCode?: string });
    return [answer.status, body.errorCode];
  };
  return { receive, statusOf, refusalOf, events, errors };
}

/** Delivers the text in chunks, without a `Content-Length`. */
export function deliverInChunks(text: string): Request {
  const init = {
    method: 'POST',
    headers: { authorization: right, 'content-type': 'application/json' },
    body: new Blob([text]).stream(),
    duplex: 'half',
  };
  return new Request('https://app.test/ffc/webhooks', init);
}
