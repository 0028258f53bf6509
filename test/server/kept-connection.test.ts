import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { describe, it } from 'node:test';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import {
  createRoomsGateway,
  createTokenEndpoint,
  toNodeListener,
  type Handler,
} from '../../src/server/index.js';
import { createTestBackend } from './support/backend.js';
import { createTestReceiver, joined, right } from './support/webhooks.js';
import { withServer } from './support/with-server.js';

async function createHandlers(): Promise<Record<string, Handler>> {
  const { client } = createTestBackend();
  await client.upsertMember({ appUserId: 'mina' });
  const { receive } = createTestReceiver();
  const mina = () => ({ appUserId: 'mina' });
  return {
    '/ffc/token': createTokenEndpoint({ client, authenticate: mina }),
    '/ffc/webhooks': receive,
    '/ffc/rooms': createRoomsGateway({ client, authorize: mina }),
    // An app may have handlers beside those of the kit.
    '/own': () => Promise.resolve(new Response('no', { status: 401 })),
    '/own/broken': () => Promise.reject(new Error('broken')),
  };
}

const adapters: Record<string, (handlers: Record<string, Handler>) => Server> = {
  "Node's http": (handlers) =>
    createServer((request, response) =>
      toNodeListener(handlers[request.url ?? '']!, () => {})(request, response),
    ),
  Hono: (handlers) => {
    const app = new Hono();
    app.onError(() => new Response(null, { status: 500 }));
    for (const [path, handler] of Object.entries(handlers))
      app.all(path, (c) => handler(c.req.raw));
    return createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }) as Server;
  },
  'Hono, with the globals that its server replaces': (handlers) => {
    const { Request, Response } = globalThis;
    const app = new Hono();
    app.onError(() => new Response(null, { status: 500 }));
    for (const [path, handler] of Object.entries(handlers))
      app.all(path, (c) => handler(c.req.raw));
    const server = createAdaptorServer({ fetch: app.fetch }) as Server;
    server.on('close', () => {
      Object.defineProperty(globalThis, 'Request', { value: Request });
      Object.defineProperty(globalThis, 'Response', { value: Response });
    });
    return server;
  },
};

const json = 'Content-Type: application/json';
const size = 300_000;
const known = (bytes: number): [string, string] => [`Content-Length: ${bytes}`, 'x'.repeat(bytes)];
const chunked = (bytes: number): [string, string] => [
  'Transfer-Encoding: chunked',
  `${(bytes / 10).toString(16)}\r\n${'x'.repeat(bytes / 10)}\r\n`.repeat(10) + '0\r\n\r\n',
];

/** Requests whose body no handler reads to its end, and the status of their answers. */
const refusals: [name: string, head: readonly string[], body: [string, string], status: number][] =
  [
    ['a large webhook', ['POST /ffc/webhooks', json, `Authorization: ${right}`], known(size), 413],
    [
      'a large webhook in chunks',
      ['POST /ffc/webhooks', json, `Authorization: ${right}`],
      chunked(size),
      413,
    ],
    ['a webhook of a stranger', ['POST /ffc/webhooks', json], known(size), 401],
    ['a webhook of a stranger, in chunks', ['POST /ffc/webhooks', json], chunked(size), 401],
    [
      'a webhook that is a form',
      ['POST /ffc/webhooks', `Authorization: ${right}`],
      known(size),
      415,
    ],
    [
      'a webhook that is put',
      ['PUT /ffc/webhooks', json, `Authorization: ${right}`],
      known(size),
      405,
    ],
    ['a large room', ['POST /ffc/rooms', json], known(size), 413],
    ['a large room in chunks', ['POST /ffc/rooms', json], chunked(size), 413],
    [
      'a room of another site',
      ['POST /ffc/rooms', json, 'Sec-Fetch-Site: cross-site'],
      known(size),
      403,
    ],
    [
      'a token for another site',
      ['POST /ffc/token', json, 'Sec-Fetch-Site: cross-site'],
      known(size),
      403,
    ],
    ['a token with a body', ['POST /ffc/token', json], known(size), 200],
    ['a small body that nobody reads', ['POST /ffc/token', json], known(20), 200],
    ['a handler of an app', ['POST /own', json], known(size), 401],
    ['a handler of an app, in chunks', ['POST /own', json], chunked(size), 401],
    ['a handler of an app that throws', ['POST /own/broken', json], known(size), 500],
  ];

const second = JSON.stringify({ ...joined, id: 'second' });
const next = [
  'POST /ffc/webhooks HTTP/1.1\r\nHost: app.test',
  json,
  `Authorization: ${right}`,
  `Content-Length: ${Buffer.byteLength(second)}`,
  `Connection: close\r\n\r\n${second}`,
].join('\r\n');

/** Sends two requests on one connection. Resolves with all that the server sends. */
async function exchange(port: number, first: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let text = '';
  socket.on('error', () => {});
  socket.write(first);
  let sent = false;
  for await (const chunk of socket) {
    text += String(chunk);
    // A client that keeps connections sends the next request after an answer without `close`.
    if (sent || !text.includes('\r\n\r\n')) continue;
    sent = true;
    if (!/^connection: close/im.test(text)) socket.write(next);
  }
  return text;
}

for (const [adapter, serve] of Object.entries(adapters)) {
  describe(`on a connection that ${adapter} keeps`, () => {
    for (const [name, head, [framing, body], status] of refusals) {
      it(`the request after ${name} is answered`, async () => {
        const server = serve(await createHandlers());
        await withServer(server, async (_url, port) => {
          const [route, ...headers] = head;
          const first = [`${route} HTTP/1.1`, 'Host: app.test', ...headers, framing];
          const text = await exchange(port, `${first.join('\r\n')}\r\n\r\n${body}`);
          assert.match(text, new RegExp(`^HTTP/1.1 ${status} `));
          const closed = /^connection: close/im.test(text.split('\r\n\r\n')[0] ?? '');
          assert.ok(closed || text.includes('HTTP/1.1 204 '), text.slice(0, 2000));
          // Node reads the rest of such a small body, so the connection stays open.
          if (!route?.includes('/own')) assert.equal(closed, false);
        });
      });
    }

    it('an answer says that the connection ends when too much would have to be read', async () => {
      const server = serve(await createHandlers());
      await withServer(server, async (_url, port) => {
        const head = `POST /ffc/webhooks HTTP/1.1\r\nHost: app.test\r\n${json}`;
        const text = await exchange(
          port,
          `${head}\r\nContent-Length: 100000000\r\n\r\n${'x'.repeat(50)}`,
        );
        assert.match(text, /^HTTP\/1.1 401 /);
        assert.match(text, /^connection: close/im);
      });
    });
  });
}
