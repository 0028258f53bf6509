import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Browser, Request } from 'playwright-core';
import { startSandbox, type Sandbox } from '../../sandbox/start.js';
import { AppBackend } from './app-backend.js';
import { type Lab, openLab } from './lab.js';
import { Suite } from './suite.js';

describe('the code of a call', () => {
  const suite = new Suite(startSandbox);
  let sandbox: Sandbox;
  let browser: Browser;
  let tag: string;
  const inCall = '**/src/rtc/livekit/in-call.ts*';

  before(async () => {
    ({ browser, sandbox } = suite);
    const room = await new AppBackend(sandbox).createRoom('mina', 'Late');
    tag = `<ffc-room id="room" endpoint="${sandbox.serviceUrl}"
      token-url="/ffc/token?user=mina" room-id="${room.id}"></ffc-room>`;
  });

  /** Opens a page with the preview of a room, while the modules of a pattern do not load. */
  async function previewWithout(modules: string): Promise<Lab> {
    const lab = await openLab(browser, sandbox, '');
    await lab.page.route(modules, (route) => route.abort());
    await lab.page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), tag);
    await lab.state('prejoin');
    return lab;
  }

  it('loads during the preview, so that a join loads no code', async () => {
    const lab = await openLab(browser, sandbox, '');
    await lab.page.evaluate((html) => {
      // A page without a bundler loads more modules than the browser's buffer keeps by default.
      performance.setResourceTimingBufferSize(2000);
      document.body.insertAdjacentHTML('beforeend', html);
    }, tag);
    await lab.state('prejoin');
    const later = [
      '/src/rtc/livekit/in-call.ts',
      '/src/rtc/livekit/media-watch.ts',
      '/src/define/call-parts.ts',
      '/src/elements/room/call-content.ts',
      '/src/elements/stage/stage-extras.ts',
      '/src/parts/more-items.ts',
      '/src/api/push.ts',
      '/src/parts/control-tips.ts',
      // The last ones that load: on a busy machine they must not be mistaken for code of the join.
      '/src/features/prejoin/prejoin-extras.ts',
      '/src/features/presence/before-call.ts',
      '/src/api/channel-calls.ts',
      '/src/elements/room/call-news.ts',
    ];
    const join = lab.page.getByRole('button', { name: 'Join', exact: true });
    // The code of tooltips loads when the pointer first rests on a button.
    await join.hover();
    await lab.page.waitForFunction((paths) => {
      const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
      return paths.every((path) => loaded.some((name) => name.includes(path)));
    }, later);
    // These imports resolve once everything that the modules import has loaded, too.
    await lab.page.evaluate(`Promise.all(${JSON.stringify(later)}.map((path) => import(path)))`);
    const scripts: Request[] = [];
    lab.page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.push(request);
    });
    // Code that nobody waits for may load once the call is connected. All times come from the
    // page's clock, because the test's requests use a different one.
    const connected = lab.page.evaluate(
      () =>
        new Promise<{ from: number; to: number }>((resolve) => {
          const from = performance.now();
          document.addEventListener('ffc-state-change', (event) => {
            const { state } = event as Event & { readonly state: string };
            if (state === 'connected') resolve({ from, to: event.timeStamp });
          });
        }),
    );
    await join.click();
    const { from, to } = await connected;
    await lab.state('connected');
    const urls = scripts.map((request) => request.url());
    const early = await lab.page.waitForFunction(
      ({ urls, from, to }) => {
        const entries = performance
          .getEntriesByType('resource')
          .filter(({ name }) => urls.includes(name));
        if (urls.some((url) => entries.every(({ name }) => name !== url))) return false;
        return entries
          .filter(({ startTime }) => startTime >= from && startTime < to)
          .map(({ name }) => name);
      },
      { urls, from, to },
    );
    assert.deepEqual(await early.jsonValue(), []);
    await lab.close();
  });

  it('that cannot be loaded fails the join with a reason, and is loaded on retry', async () => {
    const lab = await previewWithout(inCall);
    await lab.page.getByRole('button', { name: 'Join', exact: true }).click();
    await lab.event({ type: 'ffc-error', error: 'load-failed', stage: 'connect' });
    await lab.shows('Part of this page didn’t load');
    await lab.page.unroute(inCall);
    await lab.page.getByRole('button', { name: 'Try again' }).click();
    await lab.state('prejoin');
    await lab.join();
    assert.deepEqual(lab.complaints, []);
    await lab.close();
  });

  it('works without the media watch when that fails to load', async () => {
    const lab = await openLab(browser, sandbox, '');
    const watch = '**/src/rtc/livekit/media-watch.ts*';
    const refused = lab.page.waitForEvent('requestfailed');
    await lab.page.route(watch, (route) => route.abort());
    await lab.page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), tag);
    await lab.state('prejoin');
    await refused;
    await lab.page.unroute(watch);
    const loaded = lab.page.waitForResponse(watch);
    await lab.join();
    assert.equal((await loaded).ok(), true);
    assert.deepEqual(lab.complaints, []);
    await lab.close();
  });

  it('works without announcements and questions until they have loaded, and says so', async () => {
    const extras = '**/src/elements/room/call-extras.ts*';
    const lab = await previewWithout(extras);
    const room = lab.page.locator('#room');
    assert.equal(await room.getByRole('alert').count(), 0);
    await lab.join();
    await lab.event({ type: 'ffc-error', error: 'load-failed', stage: 'setup' });
    const notice = room.getByRole('alert').filter({ hasText: 'Part of this page didn’t load' });
    await notice.waitFor();
    // The call goes on: its buttons work, and nobody leaves it by accident.
    await room.getByRole('button', { name: 'Microphone' }).click();
    await lab.event({ type: 'ffc-track-muted', isLocal: true });
    const before = await lab.page.evaluate(() => globalThis.ffcSeen.length);
    await room.evaluate((room) => {
      room.dispatchEvent(new Event('ffc-rooms-request', { cancelable: true }));
    });
    await lab.page.waitForFunction(
      (before) => globalThis.ffcSeen.slice(before).some(({ error }) => error === 'load-failed'),
      before,
    );
    await notice.waitFor();
    await lab.state('connected');
    await lab.page.unroute(extras);
    const loaded = lab.page.waitForResponse(extras);
    await notice.getByRole('button', { name: 'Try again' }).click();
    assert.equal((await loaded).ok(), true);
    await notice.waitFor({ state: 'detached' });
    await lab.state('connected');
    assert.deepEqual(lab.complaints, []);
    await lab.close();
  });

  it('opens a panel on retry whose code could not be loaded', async () => {
    const panels = '**/src/elements/room/panel-host.ts*';
    const lab = await previewWithout(panels);
    const room = lab.page.locator('#room');
    await lab.join();
    await room.getByRole('button', { name: 'Chat' }).click();
    const notice = room.getByRole('alert').filter({ hasText: 'Part of this page didn’t load' });
    await notice.waitFor();
    await lab.page.unroute(panels);
    await notice.getByRole('button', { name: 'Try again' }).click();
    await room.locator('ffc-chat').waitFor();
    await notice.waitFor({ state: 'detached' });
    assert.deepEqual(lab.complaints, []);
    await lab.close();
  });
});
