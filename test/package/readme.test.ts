import assert from 'node:assert/strict';
import { createServer, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it, mock } from 'node:test';
import express from 'express';
import Fastify from 'fastify';
import { Hono } from 'hono';
import type { Browser, Page } from 'playwright-core';
import type { Handler } from '../../src/server/index.js';
import { createSandboxService } from '../../sandbox/service/service.js';
import { app, liveKitMedia } from '../sandbox/support/service.js';
import { launchChromium } from '../support/chromium.js';
import {
  bundled,
  freePort,
  readmeBlock,
  removeModules,
  typeErrors,
  writeModule,
} from './support/readme.js';

const frontEnd = readmeBlock("room.roomId = '42'");
const chat = readmeBlock('createChatStore');
const approval = readmeBlock('createApproval');
const signingOut = readmeBlock('forgetMember');
const memberOf = readmeBlock('async function memberOf');
const backEnd = readmeBlock('createTokenEndpoint') + memberOf;
const admin = readmeBlock('const adminRooms');
/** The code of a guide that mounts the back end's handlers, by the name of the framework. */
const mounts = {
  hono: readmeBlock('token(c.req.raw)'),
  express: readmeBlock('express.post'),
  fastify: readmeBlock('fastify.register'),
  node: readmeBlock('createServer(toNodeListener'),
  'next-token': readmeBlock('export const POST = token'),
  'next-rooms': readmeBlock('rooms as POST'),
  'next-webhooks': readmeBlock('export const POST = webhooks'),
};

after(removeModules);

it('the lines that run have the types of the package', () => {
  const grantedToBackEnd = `
    interface User { id: string; name: string; isAdmin: boolean }
    declare const sessions: { userOf(cookie: string | null): Promise<User | null> };
    declare const app: import('hono').Hono;
    declare const express: import('express').Express;
    declare const fastify: import('fastify').FastifyInstance;`;
  const grantedToChat = `
    declare const tokenProvider: () => Promise<{ accessToken: string }>;
    declare const draw: (phase: { readonly state: string }) => void;`;
  const headless = `
    import { createRoomServices, createRoomStore } from 'ffc-elements/core';
    const store = createRoomStore(createRoomServices({ endpoint: 'sandbox', tokenProvider }));
    await store.open('42');`;
  const errors = typeErrors({
    'front-end': ['', frontEnd],
    chat: [grantedToChat, chat],
    approval: [
      `declare const tokenProvider: () => string;
       declare const room: import('ffc-elements').FfcRoomElement;`,
      approval,
    ],
    'signing-out': ['', signingOut],
    headless: [`declare const tokenProvider: () => string;`, headless],
    ...Object.fromEntries(
      Object.entries(mounts).map(([name, lines]) => [name, [grantedToBackEnd, backEnd + lines]]),
    ),
    admin: [grantedToBackEnd, backEnd + admin],
  });
  assert.deepEqual(errors, []);
});

describe("README's front end against the back end of the guides", () => {
  const { fetch } = globalThis;
  const service = createSandboxService({ apps: [app], media: liveKitMedia });
  const servers: Server[] = [];
  const hono = new Hono();
  const fastify = Fastify();
  const modules = new Map<string, object>();
  let nodeOrigin: string;
  let fastifyOrigin: string;
  let origin: string;
  let browser: Browser;

  before(async () => {
    const page = express();
    await runBackEnds(page);
    page.get('/', (_request, response) => {
      response.type('html').send('<!doctype html><ffc-room no-prejoin></ffc-room>');
    });
    for (const [path, code] of [
      ['/front-end.js', frontEnd],
      ['/chat.js', chat],
    ] as const) {
      const bundle = await bundled(path, code);
      page.get(path, (_request, response) => {
        response.type('js').send(bundle);
      });
    }
    origin = await listen(createServer(page));
    browser = await launchChromium();
  });

  after(async () => {
    await browser?.close();
    await fastify.close();
    for (const server of servers) server.close();
    mock.restoreAll();
    service.stop();
    globalThis.fetch = fetch;
  });

  /** Runs README's code as it stands, with the globals that it assumes and a service in-process. */
  async function runBackEnds(page: ReturnType<typeof express>): Promise<void> {
    const port = await freePort();
    nodeOrigin = `http://127.0.0.1:${port}`;
    Object.assign(process.env, {
      FFC_API_KEY: app.apiKey,
      FFC_API_SECRET: app.apiSecret,
      FFC_CALLBACK_ID: 'callback',
      FFC_CALLBACK_PASSWORD: 'secret',
      PORT: String(port),
    });
    const people: Readonly<Record<string, object>> = {
      mina: { id: 'mina', name: 'Mina' },
      jun: { id: 'jun', name: 'Jun' },
      sara: { id: 'sara', name: 'Sara', isAdmin: true },
    };
    // A request without a cookie counts as mina's, because the page of the tests sets none.
    const userOf = (cookie: string | null) => people[cookie ?? 'mina'] ?? null;
    Object.assign(globalThis, { sessions: { userOf }, app: hono, express: page, fastify });
    // README's code does not export the server that it starts, so the test records it.
    const listen: unknown = Reflect.get(Server.prototype, 'listen');
    mock.method(Server.prototype, 'listen', function (this: Server, ...args: unknown[]) {
      servers.push(this);
      return Reflect.apply(listen as (...args: unknown[]) => Server, this, args);
    });
    globalThis.fetch = (input, init) => {
      const request = new Request(input, init);
      return new URL(request.url).host === 'portal-sandbox.flipflop.cloud'
        ? service.fetch(request)
        : fetch(request);
    };
    for (const [name, lines] of Object.entries(mounts)) {
      modules.set(name, (await import(writeModule(`${name}.mjs`, backEnd + lines))) as object);
    }
    // The app has another route. Outside the kit's scope, Fastify still parses bodies.
    fastify.post('/echo', (request) => request.body);
    fastifyOrigin = await fastify.listen({ port: 0, host: '127.0.0.1' });
    const { FfcServerClient } = await import('../../src/server/index.js');
    const client = new FfcServerClient({ endpoint: 'sandbox', ...app });
    await client.upsertMember({ appUserId: 'mina', appUserName: 'Mina' });
    const type = 'VIDEO_CONFERENCE';
    // README's code opens room 42.
    for (let room; room?.id !== 42;) room = await client.createRoom({ appUserId: 'mina', type });
  }

  async function listen(server: Server): Promise<string> {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** Opens a page of the app, whose requests the service in this process answers. */
  async function open(): Promise<Page> {
    const page = await browser.newPage();
    page.setDefaultTimeout(10_000);
    await page.route('https://api-sandbox.flipflop.cloud/**', async (route) => {
      const request = route.request();
      const headers = { ...(await request.allHeaders()), origin };
      const init = { method: request.method(), headers, body: request.postData() };
      if (request.url().includes('/event-sources')) return route.abort();
      const answer = await service.fetch(new Request(request.url(), init));
      await route.fulfill({
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: await answer.text(),
      });
    });
    await page.goto(origin);
    return page;
  }

  for (const [name, ask] of Object.entries({
    hono: async () => hono.request('/ffc/token', { method: 'POST' }),
    express: () => fetch(`${origin}/ffc/token`, { method: 'POST' }),
    fastify: () => fetch(`${fastifyOrigin}/ffc/token`, { method: 'POST' }),
    node: () => fetch(`${nodeOrigin}/ffc/token`, { method: 'POST' }),
    next: () => {
      const { POST } = modules.get('next-token') as Record<string, Handler>;
      return POST!(new Request('http://app.test/ffc/token', { method: 'POST' }));
    },
  })) {
    it(`gives a token through ${name}`, async () => {
      const answer = await ask();
      const { accessToken } = (await answer.json()) as { readonly accessToken?: unknown };
      assert.equal(typeof accessToken, 'string');
    });
  }

  it('lists rooms through the gateway', async () => {
    const { GET } = modules.get('next-rooms') as Record<string, Handler>;
    const answers = [
      await hono.request('/ffc/rooms/'),
      await fetch(`${origin}/ffc/rooms`),
      await fetch(`${fastifyOrigin}/ffc/rooms?page=1`),
      await GET!(new Request('http://app.test/ffc/rooms')),
    ];
    for (const answer of answers) {
      const { totalElements } = (await answer.json()) as { readonly totalElements?: unknown };
      assert.equal(totalElements, 42);
    }
  });

  it('lets nobody see or change a private room of somebody else, wherever it is mounted', async () => {
    const { FfcServerClient } = await import('../../src/server/index.js');
    const client = new FfcServerClient({ endpoint: 'sandbox', ...app });
    await client.upsertMember({ appUserId: 'jun' });
    const room = { appUserId: 'mina', type: 'VIDEO_CONFERENCE', accessLevel: 'PRIVATE' };
    const { id, uuid } = await client.createRoom({ ...room, title: 'Private' });
    const next = modules.get('next-rooms') as Record<string, Handler>;
    const mounted: Record<string, (path: string, init: RequestInit) => Promise<Response>> = {
      hono: async (path, init) => hono.request(path, init),
      express: (path, init) => fetch(origin + path, init),
      fastify: (path, init) => fetch(fastifyOrigin + path, init),
      node: (path, init) => fetch(nodeOrigin + path, init),
      next: (path, init) => next[init.method!]!(new Request(`http://app.test${path}`, init)),
    };
    for (const [name, ask] of Object.entries(mounted)) {
      const statusOf = async (method: string, path: string, cookie: string): Promise<number> => {
        const headers = { cookie, 'content-type': 'application/json' };
        const body = method === 'PATCH' ? JSON.stringify({ title: 'Mine' }) : null;
        return (await ask(`/ffc/rooms${path}`, { method, headers, body })).status;
      };
      for (const path of [`/${id}`, `/uuid/${uuid}`]) {
        assert.equal(await statusOf('GET', path, 'jun'), 403, name);
        assert.equal(await statusOf('GET', path, 'nobody'), 401, name);
        assert.equal(await statusOf('GET', path, 'mina'), 200, name);
      }
      for (const method of ['PATCH', 'DELETE']) {
        assert.equal(await statusOf(method, `/${id}`, 'jun'), 403, name);
        assert.equal(await statusOf(method, `/${id}`, 'nobody'), 401, name);
      }
      const headers = { cookie: 'jun' };
      for (const query of ['', '?accessLevel=PRIVATE', '?appUserId=mina', '?keyword=private']) {
        const answer = await ask(`/ffc/rooms${query}`, { method: 'GET', headers });
        assert.equal(answer.status, 200);
        assert.doesNotMatch(await answer.text(), /Private/, name);
      }
    }
    assert.equal((await client.getRoom(id)).title, 'Private');
    await client.deleteRoom(id);
  });

  it('hears webhooks, wherever it is mounted, and leaves other bodies alone', async ({ mock }) => {
    const headers = {
      authorization: `Basic ${btoa('callback:secret')}`,
      'content-type': 'application/json',
    };
    const { POST } = modules.get('next-webhooks') as Record<string, Handler>;
    const mounted: Record<string, (init: RequestInit) => Response | Promise<Response>> = {
      next: (init) => POST!(new Request('http://app.test/ffc/webhooks', init)),
      hono: (init) => hono.request('/ffc/webhooks', init),
      express: (init) => fetch(`${origin}/ffc/webhooks`, init),
      fastify: (init) => fetch(`${fastifyOrigin}/ffc/webhooks`, init),
      node: (init) => fetch(`${nodeOrigin}/ffc/webhooks`, init),
    };
    const told = mock.method(console, 'log', () => {});
    for (const [name, send] of Object.entries(mounted)) {
      const body = JSON.stringify({ id: name, type: 'MEMBER_CREATED', data: {} });
      assert.equal((await send({ method: 'POST', headers, body })).status, 204, name);
      const stranger = { 'content-type': 'application/json' };
      assert.equal((await send({ method: 'POST', headers: stranger, body })).status, 401, name);
    }
    assert.equal(told.mock.callCount(), Object.keys(mounted).length);
    const echo = await fetch(`${fastifyOrigin}/echo`, { method: 'POST', headers, body: '{"a":1}' });
    assert.equal(await echo.text(), '{"a":1}');
  });

  it('opens the room with the token that the endpoint answers', async () => {
    const page = await open();
    await page.addScriptTag({ url: '/front-end.js', type: 'module' });
    await page.locator('ffc-room[state=prejoin]').waitFor();
    await page.close();
  });

  it('chats in it', async () => {
    const page = await open();
    await page.addScriptTag({
      content: `
        window.tokenProvider = async () => (await fetch('/ffc/token', { method: 'POST' })).json();
        window.draw = (phase) => (window.phase = phase);`,
    });
    await page.addScriptTag({ url: '/chat.js', type: 'module' });
    await page.waitForFunction(() =>
      JSON.stringify(Reflect.get(window, 'phase')).includes('Hello'),
    );
    await page.close();
  });
});
