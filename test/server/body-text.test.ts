import assert from 'node:assert/strict';
import { createServer, request as httpRequest, type Server } from 'node:http';
import { connect } from 'node:net';
import { describe, it } from 'node:test';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { toNodeListener, type Handler } from '../../src/server/index.js';
import { createTestReceiver, joined, right } from './support/webhooks.js';
import { withServer } from './support/with-server.js';

const adapters: Record<string, (handler: Handler) => Server> = {
  "Node's http": (handler) => createServer(toNodeListener(handler, () => {})),
  Hono: (handler) => {
    const app = new Hono();
    app.post('/', (c) => handler(c.req.raw));
    return createAdaptorServer({ fetch: app.fetch }) as Server;
  },
};

const headers = { authorization: right, 'content-type': 'application/json' };

/** Sends bytes in pieces. Resolves with the status of the answer. */
function post(url: string, pieces: readonly Uint8Array[], length?: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const size = length === undefined ? {} : { 'content-length': length };
    const request = httpRequest(url, { method: 'POST', headers: { ...headers, ...size } });
    request.on('error', reject);
    request.on('response', (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
    });
    for (const piece of pieces) request.write(piece);
    request.end();
  });
}

const named = (name: string): Uint8Array =>
  Buffer.from(
    JSON.stringify({
      ...joined,
      data: { ...joined.data, appUser: { ...joined.data.appUser, appUserName: name } },
    }),
  );
const nameOf = (event: unknown): unknown =>
  (event as { data?: { appUser?: { appUserName?: string } } } | undefined)?.data?.appUser
    ?.appUserName;

/** A body with a byte that is invalid in UTF-8. */
function broken(): Uint8Array {
  const bytes = Buffer.from(named('민아'));
  bytes[bytes.indexOf('민')] = 0xff;
  return bytes;
}

for (const [name, serve] of Object.entries(adapters)) {
  describe(`the text of a body that came through ${name}`, () => {
    const serving = async (
      use: (url: string, port: number, receiver: ReturnType<typeof createTestReceiver>) => unknown,
    ): Promise<void> => {
      const receiver = createTestReceiver();
      await withServer(serve(receiver.receive), async (url, port) => {
        await use(url, port, receiver);
      });
      assert.deepEqual(receiver.errors, []);
    };

    for (const text of ['민아 👩‍🏫', 'a sign for what is missing: \ufffd']) {
      it(`equals the sent text, whole or in pieces that cut a character: ${text}`, async () => {
        const bytes = named(text);
        for (const length of [bytes.length, undefined]) {
          await serving(async (url, _port, { events }) => {
            const middle = Buffer.from(bytes).indexOf(text) + text.length;
            const pieces = [bytes.subarray(0, middle), bytes.subarray(middle)];
            assert.equal(await post(url, pieces, length), 204);
            assert.equal(nameOf(events[0]), text);
          });
        }
      });
    }

    it('is refused when it is no UTF-8', async () => {
      for (const length of [broken().length, undefined]) {
        await serving(async (url, _port, { events }) => {
          assert.equal(await post(url, [broken()], length), 400);
          assert.equal(events.length, 0);
        });
      }
    });

    it('is waited for no longer when the sender hangs up in the middle', async () => {
      await serving(async (url, port, { events }) => {
        const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
        const lines = ['POST / HTTP/1.1', 'host: app.test', ...head, 'content-length: 1000'];
        const socket = connect(port, '127.0.0.1');
        await new Promise<void>((resolve) => {
          socket.write(`${lines.join('\r\n')}\r\n\r\n{"id":`, () => resolve());
        });
        socket.destroy();
        // A later request gets its answer, and the first one was not handled.
        assert.equal(await post(url, [named('Mina')]), 204);
        assert.equal(events.length, 1);
      });
    });
  });
}

it('a body is read although something in front of the handler paused it', async () => {
  const { receive, events } = createTestReceiver();
  const listener = toNodeListener(receive);
  const server = createServer((request, response) => {
    request.pause();
    setImmediate(() => listener(request, response));
  });
  await withServer(server, async (url) => {
    assert.equal(await post(url, [named('Mina')]), 204);
  });
  assert.equal(events.length, 1);
});

it('a request that ended before its handler began is not waited for', async () => {
  const { receive, events } = createTestReceiver();
  let answered = (): void => {};
  const done = new Promise<void>((resolve) => (answered = resolve));
  const listener = toNodeListener(receive);
  const server = createServer((request, response) => {
    request.on('close', () => {
      Object.assign(response, { writeHead: () => answered() });
      listener(request, response);
    });
    request.socket.destroy();
  });
  await withServer(server, async (url) => {
    await assert.rejects(post(url, [named('Mina')]));
    await done;
  });
  assert.equal(events.length, 0);
});
