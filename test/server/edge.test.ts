import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { it } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import { build } from 'vite';
import type * as Kit from '../../src/server/index.js';
import { jsonAnswer } from './support/backend.js';
import { deliver, right } from './support/webhooks.js';

/** The globals of edge runtimes, which have no `process`, `Buffer` or `require`. */
const web = {
  AbortController,
  AbortSignal,
  atob,
  btoa,
  clearInterval,
  clearTimeout,
  console,
  crypto,
  DOMException,
  Headers,
  queueMicrotask,
  ReadableStream,
  Request,
  Response,
  setInterval,
  setTimeout,
  structuredClone,
  TextDecoder,
  TextEncoder,
  URL,
  URLSearchParams,
};

/** Bundles the kit as one script, and runs it with only the globals of the web. */
async function loadKit(fetch: typeof globalThis.fetch): Promise<typeof Kit> {
  const entry = fileURLToPath(new URL('../../src/server/index.ts', import.meta.url));
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'kit' } },
  });
  const [output] = [result].flat();
  assert.ok(output && 'output' in output);
  const context = createContext({ ...web, fetch });
  return runInContext(`${output.output[0].code}\nkit`, context) as typeof Kit;
}

it('the server kit works with only the globals of the web', async () => {
  const asked: string[] = [];
  const kit = await loadKit((input, init) => {
    const { method, url } = new Request(input, init);
    asked.push(`${method} ${new URL(url).pathname}`);
    const page = { content: [], number: 0, totalPages: 0, totalElements: 0 };
    return Promise.resolve(jsonAnswer(url.endsWith('/login') ? { accessToken: 'a-token' } : page));
  });
  const client = new kit.FfcServerClient({
    endpoint: 'https://service.test',
    apiKey: 'key',
    apiSecret: 'secret',
  });
  const member = { appUserId: 'mina' };

  const token = kit.createTokenEndpoint({ client, authenticate: () => member });
  const answer = await token(new Request('https://app.test/ffc/token', { method: 'POST' }));
  assert.deepEqual(await answer.json(), { accessToken: 'a-token' });

  const rooms = kit.createRoomsGateway({ client, authorize: () => member });
  const page = (await (await rooms(new Request('https://app.test/ffc/rooms'))).json()) as object;
  assert.ok('content' in page);

  const events: string[] = [];
  const [id = '', password = ''] = new TextDecoder()
    .decode(Uint8Array.from(atob(right.replace('Basic ', '')), (char) => char.charCodeAt(0)))
    .split(':');
  const webhooks = kit.createWebhookReceiver({
    id,
    password,
    onEvent: ({ type }) => events.push(type),
  });
  assert.equal((await webhooks(deliver())).status, 204);
  assert.equal((await webhooks(deliver())).status, 204);
  assert.deepEqual(events, ['VIDEO_ROOM_PARTICIPANT_JOINED']);
  assert.deepEqual(asked, ['POST /v2/apps/me/members/login', 'GET /v2/apps/me/video-rooms']);
});
