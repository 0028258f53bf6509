import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { startSandbox, type Sandbox } from '../../sandbox/start.js';
import { FfcServerClient } from '../../src/server/index.js';
import { launchChromium } from '../support/chromium.js';
import { signed } from './support/live-room.js';
import { otherLiveKit, plainEnv } from './support/processes.js';
import { liveKitKey, liveKitSecret } from './support/service.js';

describe('the page of the sandbox’s app', () => {
  let sandbox: Sandbox;
  let browser: Browser;
  let page: Page;

  before(async () => {
    const keys = { FFC_LIVEKIT_KEY: liveKitKey, FFC_LIVEKIT_SECRET: liveKitSecret };
    sandbox = await startSandbox({ env: { ...plainEnv, ...otherLiveKit, ...keys } });
    browser = await launchChromium();
    page = await browser.newPage();
    await page.goto(`${sandbox.url}?user=sara`);
  });

  after(async () => {
    await browser.close();
    await sandbox.stop();
  });

  /** Reports to the service, as LiveKit does, that Mina joined or left the newest room. */
  async function tell(event: string): Promise<string | undefined> {
    const { serviceUrl: endpoint, apiKey, apiSecret } = sandbox;
    const { content } = await new FfcServerClient({ endpoint, apiKey, apiSecret }).listRooms();
    const [room] = content;
    const { as, body } = await signed({
      event,
      room: { name: room?.uuid, sid: 'RM_1' },
      participant: { sid: 'PA_1', identity: 'mina' },
    });
    const init = { method: 'POST', headers: { Authorization: as }, body };
    assert.equal((await fetch(`${endpoint}/livekit/webhooks`, init)).status, 204);
    return room?.title;
  }

  it('shows the webhooks that its backend gets, as people join and leave', async () => {
    const log = page.locator('details', { hasText: 'Webhooks' });
    await log.getByText('Webhooks', { exact: true }).click();
    await log.getByText('shows up here').waitFor();

    const title = await tell('participant_joined');
    const joined = log.getByRole('listitem').filter({ hasText: 'VIDEO_ROOM_PARTICIPANT_JOINED' });
    await joined.getByText(`Mina Kim · ${title}`).waitFor();
    await tell('participant_left');
    await log.getByText('VIDEO_ROOM_PARTICIPANT_LEFT').waitFor();
    await log.getByText('shows up here').waitFor({ state: 'hidden' });
    assert.match((await log.getByRole('listitem').first().textContent()) ?? '', /LEFT/);
    assert.equal(await log.locator('.count').textContent(), '2');
  });

  it('turns features on and off that a page has to ask for, and keeps them in its address', async () => {
    const room = page.locator('ffc-room');
    await page.getByRole('button', { name: 'Weekly design review' }).first().click();
    await page.getByText('Try', { exact: true }).click();
    const switches = page.locator('details.try').getByRole('checkbox');
    for (const box of await switches.all()) await box.check();
    assert.match((await room.getAttribute('invite-url')) ?? '', /^\/\?room=\d+$/);
    assert.equal(await room.getAttribute('layout'), 'spotlight');
    for (const name of ['power-saver', 'data-saver']) {
      assert.equal(await room.getAttribute(name), '');
    }
    assert.equal(await room.locator('textarea[slot=screen]').count(), 1);

    await page.reload();
    await room.and(page.locator('[invite-url][layout][power-saver][data-saver]')).waitFor();
    assert.equal(await room.locator('textarea[slot=screen]').count(), 1);
    await page.getByText('Try', { exact: true }).click();
    for (const box of await switches.all()) await box.uncheck();
    for (const name of ['invite-url', 'layout', 'power-saver', 'data-saver']) {
      assert.equal(await room.getAttribute(name), null);
    }
    assert.equal(await room.locator('textarea[slot=screen]').count(), 0);
    assert.doesNotMatch(page.url(), /try=/);
  });

  it('says so in Korean', async () => {
    await page.getByLabel('Language').selectOption('ko');
    await page.getByText('웹훅', { exact: true }).waitFor();
  });
});
