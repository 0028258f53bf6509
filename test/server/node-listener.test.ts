import assert from 'node:assert/strict';
import { createServer, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { describe, it } from 'node:test';
import { createTokenEndpoint, toNodeListener } from '../../src/server/index.js';
import { createTestBackend } from './support/backend.js';
import { createTestReceiver, deliver } from './support/webhooks.js';
import { withServer } from './support/with-server.js';

type Handler = (request: Request) => Response | Promise<Response>;

/** Serves a handler on its own port while `use` runs. */
async function serving(
  handler: Handler,
  use: (url: string, port: number, errors: readonly unknown[]) => Promise<void>,
): Promise<void> {
  const errors: unknown[] = [];
  const listener = toNodeListener(handler, (error) => errors.push(error));
  await withServer(createServer(listener), (url, port) => use(url, port, errors));
}

describe("the listener for Node's http", () => {
  it('hands on method, address, headers and body, and sends back the answer', async () => {
    const handler: Handler = async (request) =>
      new Response(
        [request.method, request.url, request.headers.get('x-a'), await request.text()].join(),
        {
          status: 201,
          headers: [
            ['set-cookie', 'a=1'],
            ['set-cookie', 'b=2'],
            ['x-b', 'c'],
          ],
        },
      );
    await serving(handler, async (url) => {
      const headers = { 'x-a': 'b' };
      const answer = await fetch(`${url}/p/q?r=1`, { method: 'PUT', headers, body: 'körper' });
      assert.equal(answer.status, 201);
      assert.equal(await answer.text(), `PUT,${url}/p/q?r=1,b,körper`);
      assert.deepEqual(answer.headers.getSetCookie(), ['a=1', 'b=2']);
      assert.equal(answer.headers.get('x-b'), 'c');
    });
  });

  it('serves the token endpoint', async () => {
    const { client } = createTestBackend();
    const endpoint = createTokenEndpoint({ client, authenticate: () => ({ appUserId: 'mina' }) });
    await serving(endpoint, async (url) => {
      const own = await fetch(url, { method: 'POST', headers: { origin: url } });
      assert.equal(typeof ((await own.json()) as { accessToken: unknown }).accessToken, 'string');
      const headers = { origin: 'http://evil.test' };
      assert.equal((await fetch(url, { method: 'POST', headers })).status, 403);
      assert.equal((await fetch(url)).status, 405);
    });
  });

  it('streams both ways, as fast as the other side reads', async () => {
    const handler: Handler = ({ body }) => new Response(body);
    const bytes = new Uint8Array(5_000_000).fill(7);
    const warnings: string[] = [];
    const onWarning = ({ name }: Error): void => void warnings.push(name);
    process.on('warning', onWarning);
    await serving(handler, async (url) => {
      const answer = await fetch(url, { method: 'POST', body: bytes });
      assert.equal((await answer.arrayBuffer()).byteLength, bytes.length);
    });
    process.off('warning', onWarning);
    // Node would warn if listeners piled up while the other side is slow.
    assert.deepEqual(warnings, []);
  });

  it('refuses a body that is too large with an answer', async () => {
    const { receive } = createTestReceiver();
    await serving(receive, async (url) => {
      const { headers } = deliver();
      const answer = await fetch(url, { method: 'POST', headers, body: 'x'.repeat(2_000_000) });
      assert.equal(answer.status, 413);
      const body = new Blob(['x'.repeat(300_000)]).stream();
      const init = { method: 'POST', headers, body, duplex: 'half' };
      assert.equal((await fetch(url, init)).status, 413);
    });
  });

  it('uses the whole path of what is mounted below another', async () => {
    let seen = '';
    const handler: Handler = ({ url }) => ((seen = url), new Response(null, { status: 204 }));
    const listener = toNodeListener(handler);
    const server = createServer((request, response) => {
      listener(Object.assign(request, { originalUrl: '/ffc/rooms/1', url: '/1' }), response);
    });
    await withServer(server, async (url) => {
      await fetch(url);
    });
    assert.equal(new URL(seen).pathname, '/ffc/rooms/1');
  });

  it('tells the handler when the client goes away', async () => {
    let aborted = (): void => {};
    const noticed = new Promise<void>((resolve) => (aborted = resolve));
    const handler: Handler = ({ signal }) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => {
          aborted();
          resolve(new Response());
        });
        client.destroy();
      });
    let client: ReturnType<typeof httpRequest>;
    await serving(handler, async (url) => {
      client = httpRequest(url);
      client.on('error', () => {});
      client.end();
      await noticed;
    });
  });

  it('answers 500 when the handler throws, says nothing, and tells the backend', async () => {
    const handler: Handler = () => Promise.reject(new Error('secret'));
    await serving(handler, async (url, _port, errors) => {
      const answer = await fetch(url);
      assert.deepEqual([answer.status, await answer.text()], [500, '']);
      assert.equal(errors.length, 1);
    });
  });

  for (const head of [
    'GET http://evil.test/ HTTP/1.1\r\nHost: app.test',
    'OPTIONS * HTTP/1.1\r\nHost: app.test',
    'GET / HTTP/1.1\r\nHost: evil.test/path?',
    'GET / HTTP/1.1\r\nHost: user@evil.test',
    'GET / HTTP/1.1\r\nHost: :::',
    'TRACE / HTTP/1.1\r\nHost: app.test',
  ]) {
    it(`answers 400 to ${JSON.stringify(head)}`, async () => {
      await serving(
        () => new Response('reached'),
        async (_url, port, errors) => {
          const socket = connect(port, '127.0.0.1');
          socket.end(`${head}\r\nConnection: close\r\n\r\n`);
          let answer = '';
          for await (const chunk of socket) answer += String(chunk);
          assert.match(answer, /^HTTP\/1.1 400 /);
          assert.deepEqual(errors, []);
        },
      );
    });
  }
});
