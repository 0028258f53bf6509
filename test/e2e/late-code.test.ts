import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { startSandbox, type Sandbox } from '../../sandbox/start.js';
import { launchChromium } from '../support/chromium.js';
import { AppBackend } from './app-backend.js';
import { openLab } from './lab.js';

describe('the code of a call', () => {
  let sandbox: Sandbox;
  let browser: Browser;
  let tag: string;
  const inCall = '**/src/rtc/livekit/in-call.ts*';

  before(async () => {
    sandbox = await startSandbox();
    browser = await launchChromium();
    const room = await new AppBackend(sandbox).createRoom('mina', 'Late');
    tag = `<ffc-room id="room" endpoint="${sandbox.serviceUrl}"
      token-url="/ffc/token?user=mina" room-id="${room.id}"></ffc-room>`;
  });

  after(async () => {
    await browser.close();
    await sandbox.stop();
  });

  it('is there behind the preview, so that joining loads no code', async () => {
    const lab = await openLab(browser, sandbox, '');
    await lab.page.evaluate((html) => {
      // As many modules as a page without a bundler has are more than the default keeps.
      performance.setResourceTimingBufferSize(2000);
      document.body.insertAdjacentHTML('beforeend', html);
    }, tag);
    await lab.state('prejoin');
    const later = [
      '/src/rtc/livekit/in-call.ts',
      '/src/rtc/livekit/media-watch.ts',
      '/src/define/call-parts.ts',
      '/src/elements/room/call-content.ts',
      '/src/elements/stage/stage-later.ts',
      '/src/parts/more-items.ts',
      '/src/api/push.ts',
    ];
    await lab.page.waitForFunction((paths) => {
      const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
      return paths.every((path) => loaded.some((name) => name.includes(path)));
    }, later);
    // With all that they import themselves.
    await lab.page.evaluate(`Promise.all(${JSON.stringify(later)}.map((path) => import(path)))`);
    const scripts: string[] = [];
    lab.page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.push(request.url());
    });
    await lab.page.getByRole('button', { name: 'Join', exact: true }).click();
    await lab.state('connected');
    assert.deepEqual(scripts, []);
    await lab.close();
  });

  it('that cannot be loaded fails the join with a reason, and is loaded on retry', async () => {
    const lab = await openLab(browser, sandbox, '');
    await lab.page.route(inCall, (route) => route.abort());
    await lab.page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), tag);
    await lab.state('prejoin');
    await lab.page.getByRole('button', { name: 'Join', exact: true }).click();
    await lab.event({ type: 'ffc-error', error: 'load-failed', stage: 'connect' });
    await lab.shows('Part of this page didn’t load');
    await lab.page.unroute(inCall);
    await lab.page.getByRole('button', { name: 'Try again' }).click();
    await lab.state('prejoin');
    await lab.page.getByRole('button', { name: 'Join', exact: true }).click();
    await lab.state('connected');
    assert.deepEqual(lab.complaints, []);
    await lab.close();
  });

  it('goes on without what watches its media, where that cannot be loaded', async () => {
    const lab = await openLab(browser, sandbox, '');
    const watch = '**/src/rtc/livekit/media-watch.ts*';
    const refused = lab.page.waitForEvent('requestfailed');
    await lab.page.route(watch, (route) => route.abort());
    await lab.page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), tag);
    await lab.state('prejoin');
    await refused;
    await lab.page.unroute(watch);
    const loaded = lab.page.waitForResponse(watch);
    await lab.page.getByRole('button', { name: 'Join', exact: true }).click();
    await lab.state('connected');
    assert.equal((await loaded).ok(), true);
    assert.deepEqual(lab.complaints, []);
    await lab.close();
  });
});
