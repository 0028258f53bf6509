import assert from 'node:assert/strict';
import {
  createRoomsGateway,
  type RoomsActionRequest,
  type RoomsDecision,
} from '../../../src/server/index.js';
import { createTestBackend } from './backend.js';

export const type = 'VIDEO_CONFERENCE';
export type Authorize = (asked: RoomsActionRequest) => RoomsDecision | Promise<RoomsDecision>;

/** A gateway where mina has one room. `call` sends requests as a page does. */
export async function createTestGateway(authorize: Authorize = () => ({ appUserId: 'mina' })) {
  const { client, sent } = createTestBackend();
  for (const appUserId of ['mina', 'jun']) await client.upsertMember({ appUserId });
  const room = await client.createRoom({ appUserId: 'mina', type, title: 'One' });
  const errors: unknown[] = [];
  const onError = (error: unknown): unknown => errors.push(error);
  const gateway = createRoomsGateway({ client, authorize, onError });
  sent.length = 0;
  return { client, sent, room, errors, call: caller(gateway) };
}

export const caller =
  (gateway: (request: Request) => Promise<Response>) =>
  async (route: string, body?: BodyInit | object, headers: Record<string, string> = {}) => {
    const [method = 'GET', path = ''] = route.split(' ');
    const raw = typeof body === 'string' || body instanceof ReadableStream;
    const answer = await gateway(
      new Request(`https://app.test/ffc/rooms${path}`, {
        method,
        headers: { ...(body && { 'content-type': 'application/json' }), ...headers },
        ...(body && { body: raw ? body : JSON.stringify(body), duplex: 'half' }),
      }),
    );
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    const text = await answer.text();
    const { errorCode } = (text ? JSON.parse(text) : {}) as { errorCode?: string };
    return { status: answer.status, text, errorCode, headers: answer.headers };
  };
