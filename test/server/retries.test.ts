import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createGatewayRoomsApi } from '../../src/api/gateway.js';
import { createTokenUrlProvider } from '../../src/api/token-url.js';
import type { TokenReason } from '../../src/api/types.js';
import { createRoomsGateway, createTokenEndpoint, type Handler } from '../../src/server/index.js';
import { createScriptedClient, failsWith, jsonAnswer } from './support/backend.js';

const origin = 'https://app.test';
const authenticate = () => ({ appUserId: 'mina' });
const busy = (status: number, retryAfter?: string): Response =>
  Response.json(
    { errorCode: 'TOO_MANY' },
    { status, ...(retryAfter && { headers: { 'retry-after': retryAfter } }) },
  );

/** Acts as a page's `fetch` to its backend: each request reaches the handler with its cookies. */
const through =
  (handler: Handler): typeof fetch =>
  (input, init) => {
    const request = new Request(input, init);
    request.headers.set('origin', origin);
    return handler(request);
  };

const signal = new AbortController().signal;

describe('one layer retries', () => {
  before(() => {
    Object.assign(globalThis, { document: { baseURI: `${origin}/` }, origin });
  });
  after(() => {
    Reflect.deleteProperty(globalThis, 'document');
    Reflect.deleteProperty(globalThis, 'origin');
  });

  for (const status of [429, 502, 503, 504]) {
    it(`a list through the gateway asks the service as often as a direct one on ${status}`, async () => {
      const { client, sent } = createScriptedClient(
        ...Array.from({ length: 9 }, () => busy(status)),
      );
      const gateway = createRoomsGateway({ client, authorize: authenticate, onError: () => {} });
      const rooms = createGatewayRoomsApi({
        roomsUrl: '/ffc/rooms',
        fetch: through(gateway),
        retry: { baseDelayMs: 0 },
      });
      await assert.rejects(rooms.listRooms(), failsWith({ status }));
      assert.equal(sent.length, 3);
    });
  }

  const calls = ['getRoom', 'updateRoom', 'deleteRoom', 'createRoom'] as const;
  for (const name of calls) {
    it(`${name} through the gateway asks once, where the page does not retry`, async () => {
      const { client, sent } = createScriptedClient(...Array.from({ length: 9 }, () => busy(429)));
      const gateway = createRoomsGateway({ client, authorize: authenticate });
      const rooms = createGatewayRoomsApi({
        roomsUrl: '/ffc/rooms',
        fetch: through(gateway),
        retry: { retries: 0 },
      });
      const made = {
        getRoom: () => rooms.getRoom(1),
        updateRoom: () => rooms.updateRoom(1, {}),
        deleteRoom: () => rooms.deleteRoom(1),
        createRoom: () => rooms.createRoom({ type: 'WEBINAR' }),
      }[name]();
      await assert.rejects(made, failsWith({ status: 429, reason: 'rate-limited' }));
      assert.equal(sent.length, 1);
    });
  }

  for (const status of [429, 503]) {
    it(`how long to wait after ${status} reaches the page through the gateway`, async () => {
      const { client, sent } = createScriptedClient(busy(status, '120'));
      const gateway = createRoomsGateway({ client, authorize: authenticate, onError: () => {} });
      const rooms = createGatewayRoomsApi({ roomsUrl: '/ffc/rooms', fetch: through(gateway) });
      await assert.rejects(rooms.listRooms(), failsWith({ status, retryAfterMs: 120_000 }));
      assert.equal(sent.length, 1);
    });

    it(`how long to wait after ${status} reaches the page through the token endpoint`, async () => {
      const { client, sent } = createScriptedClient(busy(status, '120'));
      const endpoint = createTokenEndpoint({ client, authenticate, onError: () => {} });
      const provider = createTokenUrlProvider('/ffc/token', through(endpoint));
      await assert.rejects(
        async () => provider({ reason: 'initial', signal }),
        failsWith({ status, retryAfterMs: 120_000, retryable: true }),
      );
      assert.equal(sent.length, 1);
    });
  }

  it('a page whose token was refused gets another one, though backends keep them for a moment', async () => {
    const tokens = ['one', 'two'].map((accessToken) => jsonAnswer({ accessToken }));
    const { client } = createScriptedClient(...tokens);
    const endpoint = createTokenEndpoint({ client, authenticate });
    const provider = createTokenUrlProvider('/ffc/token', through(endpoint));
    const ask = (reason: TokenReason): unknown => provider({ reason, signal });
    assert.equal(await ask('initial'), 'one');
    assert.equal(await ask('expired'), 'one');
    assert.equal(await ask('unauthorized'), 'two');
  });

  it('only the backend repeats a request for a token, because pages do not', async () => {
    const { client, sent } = createScriptedClient(
      busy(503),
      busy(429),
      jsonAnswer({ accessToken: 'a-token' }),
    );
    const endpoint = createTokenEndpoint({ client, authenticate });
    const provider = createTokenUrlProvider('/ffc/token', through(endpoint));
    assert.equal(await provider({ reason: 'initial', signal }), 'a-token');
    assert.equal(sent.length, 3);
  });
});
