import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { startSandbox, type Sandbox } from '../../sandbox/start.js';
import { launchChromium } from '../support/chromium.js';
import { Person } from './people.js';

describe('a room whose host lets people in', () => {
  let sandbox: Sandbox;
  let browser: Browser;

  before(async () => {
    sandbox = await startSandbox();
    browser = await launchChromium();
  });

  after(async () => {
    await browser.close();
    await sandbox.stop();
  });

  it('has guests wait, and the host answer each: one gets in, one does not', async () => {
    const mina = await Person.at(browser, sandbox, 'mina');
    const { page } = mina;
    await mina.button('New room').first().click();
    await page.getByLabel('Title').fill('Interview');
    await page.getByText('More options').click();
    await page.getByLabel('People wait until the host lets them in').check();
    await mina.button('Create room').click();
    await mina.pick('Interview');
    await mina.join();

    const alex = await Person.at(browser, sandbox, 'alex');
    await alex.pick('Interview');
    await alex.room.getByRole('button', { name: 'Join', exact: true }).click();
    await alex.state('waiting');
    await alex.page.getByRole('heading', { name: 'Waiting for the host' }).waitFor();
    // Nobody sees the camera meanwhile, so that it is off.
    assert.equal(await alex.room.locator('video').count(), 0);

    await page.getByText('Alex Rivera wants to join').first().waitFor();
    await page.getByRole('button', { name: 'Admit Alex Rivera' }).first().click();
    await alex.state('connected');
    await Promise.all([alex.sees('mina'), mina.sees('alex')]);

    const sara = await Person.at(browser, sandbox, 'sara');
    await sara.pick('Interview');
    await sara.room.getByRole('button', { name: 'Join', exact: true }).click();
    await sara.state('waiting');
    await page.getByText('Sara Haddad wants to join').first().waitFor();
    await mina.button('Show').click();
    await mina.button('Refuse Sara Haddad').click();
    await sara.state('removed');
    await sara.page.getByRole('heading', { name: 'You weren’t let in' }).waitFor();
    await mina.button('Refuse Sara Haddad').waitFor({ state: 'detached' });

    await sara.button('Ask again').click();
    await sara.state('waiting');
    await mina.button('Refuse Sara Haddad').waitFor();
    await sara.button('Cancel').click();
    await sara.state('left');
    await mina.button('Refuse Sara Haddad').waitFor({ state: 'detached' });

    for (const person of [mina, alex, sara]) {
      assert.deepEqual(person.complaints, []);
      await person.close();
    }
  });
});
