import assert from 'node:assert/strict';
import { liveRoom } from './live-room.js';
import { basic } from './service.js';
import { createTestClock } from './test-clock.js';

export const server = basic('key:secret');
export const callback = {
  url: 'http://app.test/hooks?key=q1',
  id: 'hook',
  password: 'hunter2 한',
};

/** A webhook as an app's backend gets it. */
export interface Webhook {
  readonly id: string;
  readonly type: string;
  readonly app: object;
  readonly data: Record<string, unknown>;
  readonly createdAt: string;
}

/** The backend of an app, with answers that the test chooses. */
export function createReceiver() {
  const requests: Request[] = [];
  const received: Webhook[] = [];
  const receiver = {
    requests,
    received,
    types: () => received.map(({ type }) => type),
    answer: (): Response | Promise<Response> => new Response(null, { status: 204 }),
    sendWebhook: async (request: Request): Promise<Response> => {
      requests.push(request);
      received.push((await request.clone().json()) as Webhook);
      return receiver.answer();
    },
  };
  return receiver;
}

/** A room whose app has registered a callback, and a clock that stands still. */
export async function setUpReceiver(
  options: Parameters<typeof liveRoom>[0] = {},
  fields: object = {},
) {
  const receiver = createReceiver();
  const time = createTestClock();
  const lines: string[] = [];
  const service = await liveRoom(
    {
      clock: time.clock,
      sendWebhook: receiver.sendWebhook,
      report: (line) => lines.push(line),
      mayControl: () => true,
      ...options,
    },
    fields,
  );
  const register = (json: object) =>
    service.call('PUT /v2/apps/me/callback-api', { as: server, json });
  assert.equal((await register(callback)).status, 204);
  return { ...service, receiver, time, lines, register };
}
