import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { describe, it } from 'node:test';
import { createAdaptorServer } from '@hono/node-server';
import express from 'express';
import { Hono } from 'hono';
import {
  createRoomsGateway,
  createTokenEndpoint,
  createWebhookReceiver,
  FfcError,
  toNodeListener,
  type Handler,
} from '../../src/server/index.js';
import { createTestBackend } from './support/backend.js';
import { deliver, joined } from './support/webhooks.js';
import { withServer } from './support/with-server.js';

/** The three handlers of one backend below `base`, and the events and errors that it gets. */
async function createKit(base = '/ffc') {
  const { client } = createTestBackend();
  await client.upsertMember({ appUserId: 'mina' });
  const errors: unknown[] = [];
  const events: unknown[] = [];
  const onError = (error: unknown): unknown => errors.push(error);
  return {
    base,
    errors,
    events,
    token: createTokenEndpoint({ client, authenticate: () => ({ appUserId: 'mina' }), onError }),
    rooms: createRoomsGateway({
      client,
      authorize: () => ({ appUserId: 'mina' }),
      basePath: `${base}/rooms`,
      onError,
    }),
    webhooks: createWebhookReceiver({
      id: 'hook',
      password: '비밀번호',
      onEvent: ({ id }) => events.push(id),
      onError,
    }),
  };
}
type Kit = Awaited<ReturnType<typeof createKit>>;

/** Sends a request to the backend, as a page and the service do. */
type Send = (path: string, init?: RequestInit) => Promise<Response>;
type Use = (send: Send) => Promise<void>;

const overPort =
  (makeServer: (kit: Kit) => Server) =>
  (kit: Kit, use: Use): Promise<void> =>
    withServer(makeServer(kit), (url) => use((path, init) => fetch(url + path, init)));

const adapters: Record<string, (kit: Kit, use: Use) => Promise<void>> = {
  "Node's http": overPort(({ base, token, rooms, webhooks }) => {
    const [onToken, onWebhook, onRooms] = [token, webhooks, rooms].map((h) => toNodeListener(h));
    return createServer((request, response) => {
      if (request.url === `${base}/token`) onToken?.(request, response);
      else if (request.url === `${base}/webhooks`) onWebhook?.(request, response);
      else onRooms?.(request, response);
    });
  }),

  Express: overPort(({ base, token, rooms, webhooks }) => {
    const app = express();
    app.post(`${base}/token`, toNodeListener(token));
    app.use(`${base}/rooms`, toNodeListener(rooms));
    app.post(`${base}/webhooks`, toNodeListener(webhooks));
    return createServer(app);
  }),

  'a router of Express below a mount': overPort(({ base, token, rooms, webhooks }) => {
    const router = express.Router();
    router.post('/token', toNodeListener(token));
    router.all('/rooms{/*path}', toNodeListener(rooms));
    router.post('/webhooks', toNodeListener(webhooks));
    return createServer(express().use(base, router));
  }),

  Hono: overPort(({ base, token, rooms, webhooks }) => {
    const app = new Hono();
    app.post(`${base}/token`, (c) => token(c.req.raw));
    app.all(`${base}/rooms/*`, (c) => rooms(c.req.raw));
    app.post(`${base}/webhooks`, (c) => webhooks(c.req.raw));
    return createAdaptorServer({ fetch: app.fetch }) as Server;
  }),

  Next: (kit, use) => use(runNext(kit)),
};

/** A `Request` with more properties, as Next creates it. */
class NextRequest extends Request {
  get nextUrl(): URL {
    return new URL(this.url);
  }
}

/** The type of a `route.ts`, as Next's own types require it. */
interface RouteModule {
  readonly [method: string]: (
    request: NextRequest,
    context: { readonly params: Promise<{ readonly path?: string[] }> },
  ) => Response | Promise<Response>;
}

/** Stands in for Next: finds the module by its folder, and the function by the method. */
function runNext({ base, token, rooms, webhooks }: Kit): Send {
  const modules = {
    [`${base}/token`]: { POST: token },
    [`${base}/rooms`]: { GET: rooms, POST: rooms, PATCH: rooms, DELETE: rooms },
    [`${base}/webhooks`]: { POST: webhooks },
  } satisfies Record<string, RouteModule>;
  return async (path, init) => {
    const request = new NextRequest(`http://app.test${path}`, init);
    const [folder = '', module] =
      Object.entries<RouteModule>(modules).find(([folder]) => path.startsWith(folder)) ?? [];
    const handle = module?.[request.method];
    const segments = path.slice(folder.length + 1).split('/');
    const params = Promise.resolve({ path: segments });
    return handle ? handle(request, { params }) : new Response(null, { status: 405 });
  };
}

const json = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
const delivery = (authorization?: string): RequestInit => {
  const { headers } = deliver();
  if (authorization) headers.set('authorization', authorization);
  return { ...json('POST', joined), headers };
};
const idOf = async (answer: Response): Promise<number> =>
  ((await answer.json()) as { id: number }).id;

for (const [name, serve] of Object.entries(adapters)) {
  describe(`mounted in ${name}`, () => {
    it('the token endpoint gives a token to a POST alone', async () => {
      await serve(await createKit(), async (send) => {
        const answer = await send('/ffc/token', { method: 'POST' });
        assert.equal(answer.status, 200);
        assert.match(await answer.text(), /^\{"accessToken":"[^"]+"\}$/);
        assert.notEqual((await send('/ffc/token')).status, 200);
        const headers = { 'sec-fetch-site': 'cross-site' };
        assert.equal((await send('/ffc/token', { method: 'POST', headers })).status, 403);
      });
    });

    for (const base of ['/ffc', '/api/v1/video', '']) {
      it(`the rooms gateway answers to every call below "${base}/rooms"`, async () => {
        await serve(await createKit(base), async (send) => {
          const path = `${base}/rooms`;
          const created = await send(path, json('POST', { type: 'VIDEO_CONFERENCE' }));
          assert.equal(created.status, 201);
          const id = await idOf(created);
          assert.equal((await send(`${path}?page=1&pageSize=5`)).status, 200);
          assert.equal((await send(`${path}/`)).status, 200);
          assert.equal(await idOf(await send(`${path}/${id}`)), id);
          const changed = await send(`${path}/${id}`, json('PATCH', { title: '회의' }));
          assert.equal(((await changed.json()) as { title: string }).title, '회의');
          assert.equal((await send(`${path}/uuid/x`)).status, 404);
          assert.equal((await send(`${path}/${id}`, { method: 'PUT' })).status, 405);
          assert.equal((await send(`${path}/${id}`, { method: 'DELETE' })).status, 204);
          assert.equal((await send(`${path}/${id}`)).status, 404);
        });
      });
    }

    it('the webhook receiver takes an event once, from who has the credentials', async () => {
      const kit = await createKit();
      await serve(kit, async (send) => {
        assert.equal((await send('/ffc/webhooks', delivery('Basic eDp5'))).status, 401);
        assert.equal((await send('/ffc/webhooks', delivery())).status, 204);
        assert.equal((await send('/ffc/webhooks', delivery())).status, 204);
      });
      assert.deepEqual([kit.events, kit.errors], [['event1'], []]);
    });
  });
}

describe('behind a parser of bodies', () => {
  const behind: Record<string, (kit: Kit, use: Use) => Promise<void>> = {
    'express.json()': overPort(({ token, rooms, webhooks }) => {
      const app = express().use(express.json());
      app.post('/ffc/token', toNodeListener(token));
      app.use('/ffc/rooms', toNodeListener(rooms));
      app.post('/ffc/webhooks', toNodeListener(webhooks));
      return createServer(app);
    }),
    'a reader in Hono': overPort(({ token, rooms, webhooks }) => {
      const app = new Hono();
      const afterReading = (handler: Handler) => async (request: Request) => {
        await request.text();
        return handler(request);
      };
      app.post('/ffc/token', (c) => afterReading(token)(c.req.raw));
      app.all('/ffc/rooms/*', (c) => afterReading(rooms)(c.req.raw));
      app.post('/ffc/webhooks', (c) => afterReading(webhooks)(c.req.raw));
      return createAdaptorServer({ fetch: app.fetch }) as Server;
    }),
  };
  for (const [name, serve] of Object.entries(behind)) {
    it(`a handler that needs the body answers 500, and reports the reason: ${name}`, async () => {
      const kit = await createKit();
      await serve(kit, async (send) => {
        const room = json('POST', { type: 'VIDEO_CONFERENCE' });
        assert.equal((await send('/ffc/rooms', room)).status, 500);
        assert.equal((await send('/ffc/webhooks', delivery())).status, 500);
      });
      assert.deepEqual(kit.events, []);
      for (const error of kit.errors) {
        assert.ok(error instanceof FfcError);
        assert.equal(error.reason, 'invalid-state');
        assert.match(error.message, /before any body parser/);
      }
      assert.equal(kit.errors.length, 2);
    });

    it(`a handler without a body works: ${name}`, async () => {
      const kit = await createKit();
      await serve(kit, async (send) => {
        assert.equal((await send('/ffc/token', json('POST', { any: 1 }))).status, 200);
        assert.equal((await send('/ffc/rooms')).status, 200);
      });
      assert.deepEqual(kit.errors, []);
    });
  }
});
