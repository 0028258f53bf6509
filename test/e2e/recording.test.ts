import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import type { Sandbox } from '../../sandbox/start.js';
import { launchChromium } from '../support/chromium.js';
import { AppBackend } from './app-backend.js';
import { Person } from './people.js';
import { startWithBuiltPage } from './start.js';

describe('a call that is recorded', () => {
  let sandbox: Sandbox;
  let browser: Browser;
  let roomId: number;
  let mina: Person;

  before(async () => {
    sandbox = await startWithBuiltPage();
    browser = await launchChromium();
    const input = { canAutoRoomCompositeRecording: true };
    roomId = (await new AppBackend(sandbox).createRoom('mina', 'On air', input)).id;
  });

  after(async () => {
    await browser.close();
    await sandbox.stop();
  });

  it('is shown to everybody in the call and to everybody who joins', async () => {
    mina = await Person.at(browser, sandbox, 'mina');
    await mina.pick('On air');
    await mina.join();
    await mina.event({ type: 'ffc-recording-change', recording: true });
    const jun = await Person.at(browser, sandbox, 'jun');
    await jun.pick('On air');
    await jun.join();
    await jun.event({ type: 'ffc-recording-change', recording: true });
    for (const { page } of [mina, jun]) {
      await page.locator('[part~=recording]').getByText('Recording').waitFor();
      await page.getByText('This call is being recorded.').first().waitFor();
    }
    assert.deepEqual(jun.complaints, []);
    await jun.close();
  });

  it('is told not to be so any more when that is stopped, in the call and to the app', async () => {
    const path = `${sandbox.serviceUrl}/__recordings/${roomId}`;
    assert.equal((await fetch(path, { method: 'DELETE' })).status, 204);
    await mina.event({ type: 'ffc-recording-change', recording: false });
    await mina.page.locator('[part~=recording]').waitFor({ state: 'detached' });
    const log = mina.page.locator('details', { hasText: 'Webhooks' });
    await log.getByText('Webhooks', { exact: true }).click();
    await log.getByText('VIDEO_ROOM_EGRESS_ENDED').waitFor();
    assert.deepEqual(mina.complaints, []);
  });
});
