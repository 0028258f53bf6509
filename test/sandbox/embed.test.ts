import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { startSandbox, type Sandbox } from '../../sandbox/start.js';
import { FfcServerClient } from '../../src/server/index.js';
import { launchChromium } from '../support/chromium.js';
import { otherLiveKit, plainEnv } from './support/processes.js';
import {
  basic,
  createRoom,
  createTestService,
  liveKitKey,
  liveKitSecret,
  otherApp,
} from './support/service.js';

const rooms = '/v2/apps/me/video-rooms';

async function setUp(fields: object = {}) {
  const service = createTestService({ pageUrl: 'https://app.test' });
  const mina = await service.login('mina');
  await service.login('jun');
  const room = await createRoom(service, mina, fields);
  const ask = async (query: string, as = basic('key:secret')) => {
    const { status, body } = await service.call(`GET ${rooms}/${room.id}/embed-url?${query}`, {
      as,
    });
    const { url, errorCode } = body as unknown as { url: string; errorCode: string };
    return { status, url, errorCode };
  };
  return { ...service, room, mina, ask };
}

describe('an embed URL', () => {
  it('leads to the page of the room, with the login of the member and the looks', async () => {
    const { ask, call, room } = await setUp();
    const looks = {
      isObserver: 'true',
      drawLayoutType: 'scroll',
      drawLayoutPosition: 'left',
      displayName: '김 미나 & co',
    };
    const query = new URLSearchParams({ appUserId: 'jun', ...looks });
    const { status, url } = await ask(query.toString());
    assert.equal(status, 200);
    const { origin, pathname, searchParams } = new URL(url);
    assert.equal(origin, 'https://app.test');
    assert.equal(pathname, `/vicollo-apps/1/rooms/join/${room.uuid}`);
    const { key = '', ...rest } = Object.fromEntries(searchParams);
    assert.deepEqual(rest, looks);
    const login = JSON.parse(atob(key)) as { accessToken: string };
    const me = await call('GET /v2/members/me', { as: `Bearer ${login.accessToken}` });
    assert.equal(me.body.appUserId, 'jun');
  });

  it('made by the server kit leads there too', async () => {
    const { fetch, room } = await setUp();
    const client = new FfcServerClient({
      endpoint: 'http://127.0.0.1:1',
      apiKey: 'key',
      apiSecret: 'secret',
      fetch: (input, init) => fetch(new Request(input, init)),
    });
    const login = await client.login({ appUserId: 'jun' });
    const address = await client.embedUrl({ appId: 1, roomUuid: room.uuid, login });
    const { status, headers } = await fetch(new Request(address));
    assert.equal(status, 302);
    const { pathname, search } = new URL(address);
    assert.equal(headers.get('Location'), `https://app.test${pathname}${search}`);
    assert.equal(headers.get('Referrer-Policy'), 'no-referrer');
  });

  it('is for rooms and members of the app, and for who may enter the room', async () => {
    const { ask, call, mina, room } = await setUp();
    assert.deepEqual((await ask('')).errorCode, 'EMPTY_APP_USER_ID');
    assert.deepEqual((await ask('appUserId=nobody')).status, 404);
    assert.deepEqual((await ask('appUserId=jun&isObserver=maybe')).status, 400);
    const stranger = basic(`${otherApp.apiKey}:${otherApp.apiSecret}`);
    assert.deepEqual((await ask('appUserId=jun', stranger)).status, 404);
    assert.deepEqual((await ask('appUserId=jun', mina)).status, 401);
    const json = { accessLevel: 'PRIVATE' };
    await call(`PATCH /v2/members/me/video-rooms/${room.id}`, { as: mina, json });
    assert.deepEqual((await ask('appUserId=jun')).errorCode, 'VIDEO_ROOM_ACCESS_DENIED');
    assert.deepEqual((await ask('appUserId=mina')).status, 200);
  });
});

describe('the page that an embed URL leads to', () => {
  let sandbox: Sandbox;
  let browser: Browser;
  let address: string;

  before(async () => {
    const keys = { FFC_LIVEKIT_KEY: liveKitKey, FFC_LIVEKIT_SECRET: liveKitSecret };
    sandbox = await startSandbox({ env: { ...plainEnv, ...otherLiveKit, ...keys } });
    browser = await launchChromium();
    const { serviceUrl: endpoint, apiKey, apiSecret } = sandbox;
    const { content } = await new FfcServerClient({ endpoint, apiKey, apiSecret }).listRooms();
    const room = content.find(({ title }) => title === 'Weekly design review');
    const response = await fetch(
      `${endpoint}${rooms}/${room?.id}/embed-url?appUserId=jun&displayName=Dr.%20Kim`,
      { headers: { Authorization: basic(`${apiKey}:${apiSecret}`) } },
    );
    ({ url: address } = (await response.json()) as { url: string });
  });

  after(async () => {
    await browser.close();
    await sandbox.stop();
  });

  it('opens the room as that member, and hides the key at once, also from a reload', async () => {
    const page = await browser.newPage();
    const asked: (string | undefined)[] = [];
    const told: string[] = [];
    page.on('request', (request) => {
      asked.push(request.headers()['referer'], request.isNavigationRequest() ? '' : request.url());
    });
    page.on('console', (message) => told.push(message.text()));
    const key = new URL(address).searchParams.get('key') ?? '';
    await page.goto(address);
    for (let visit = 1; visit <= 2; visit++) {
      await page.locator('ffc-room').getByText('Weekly design review').first().waitFor();
      assert.equal(await page.locator('ffc-room-list').count(), 0);
      assert.ok(!page.url().includes('key='));
      assert.match(page.url(), /displayName=/);
      const name = await page.locator('ffc-room').getAttribute('display-name');
      assert.equal(name, 'Dr. Kim');
      await page.reload();
    }
    const { accessToken } = JSON.parse(atob(key)) as { accessToken: string };
    const html = await page.content();
    for (const text of [...asked, ...told, html]) {
      assert.ok(!text?.includes(encodeURIComponent(key)) && !text?.includes(accessToken));
    }
    await page.close();
  });

  const looks: [given: string, type: string | null, side: string | null][] = [
    ['drawLayoutType=scroll&drawLayoutPosition=left', 'scroll', 'left'],
    ['drawLayoutType=FIXED_GRID&drawLayoutPosition=BOTTOM', 'fixed-grid', 'bottom'],
    ['drawLayoutType=fixedGrid', 'fixed-grid', null],
    ['drawLayoutType=waves&drawLayoutPosition=inside', null, null],
  ];
  for (const [given, type, side] of looks) {
    it(`draws those beside the main place as the address says: ${given}`, async () => {
      const page = await browser.newPage();
      await page.goto(`${address}&${given}`);
      const room = page.locator('ffc-room');
      await room.getByText('Weekly design review').first().waitFor();
      const attributes = ['strip-type', 'strip-position'].map((name) => room.getAttribute(name));
      assert.deepEqual(await Promise.all(attributes), [type, side]);
      const properties = await room.evaluate((room) => {
        const { stripType, stripPosition } = room as HTMLElementTagNameMap['ffc-room'];
        return [stripType ?? null, stripPosition ?? null];
      });
      assert.deepEqual(properties, [type, side]);
      await page.close();
    });
  }

  it('only watches where the address says so: it asks for no camera and no microphone', async () => {
    const page = await browser.newPage();
    await page.addInitScript(() => {
      const asked: unknown[] = [];
      Object.assign(globalThis, { asked });
      MediaDevices.prototype.getUserMedia = (constraints) => {
        asked.push(constraints);
        return Promise.reject(new DOMException('The test counts.', 'NotAllowedError'));
      };
    });
    await page.goto(`${address}&isObserver=true`);
    const room = page.locator('ffc-room');
    await room.getByText('Weekly design review').first().waitFor();
    const isObserver = await room.evaluate(
      (room) => (room as HTMLElementTagNameMap['ffc-room']).observer,
    );
    assert.equal(isObserver, true);
    assert.deepEqual(await page.evaluate(() => (globalThis as { asked?: unknown }).asked), []);
    await page.close();
  });

  it('says so when the address has no key', async () => {
    const page = await browser.newPage();
    const url = new URL(address);
    url.searchParams.set('key', 'nonsense');
    await page.goto(url.href);
    await page.getByRole('alert').getByText('no key').waitFor();
    await page.close();
  });
});
