import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Locator } from 'playwright-core';
import type { Sandbox } from '../../sandbox/start.js';
import { launchChromium } from '../support/chromium.js';
import { Person } from './people.js';
import { startWithBuiltPage } from './start.js';

describe('a host of a call', () => {
  let sandbox: Sandbox;
  let browser: Browser;
  let mina: Person;
  let alex: Person;

  before(async () => {
    sandbox = await startWithBuiltPage();
    browser = await launchChromium();
    mina = await Person.at(browser, sandbox, 'mina');
    await mina.create('Hosts');
    await mina.pick('Hosts');
    await mina.join();
    alex = await Person.at(browser, sandbox, 'alex');
    await alex.pick('Hosts');
    await alex.join();
  });

  after(async () => {
    await browser.close();
    await sandbox.stop();
  });

  /** Opens the menu of a tile, and returns one of its items. */
  async function choice(of: Person, identity: string, name: string): Promise<Locator> {
    await of.tile(identity).focus();
    await of.page.keyboard.press('Enter');
    return of.page.getByRole('dialog').getByRole('button', { name, exact: true });
  }

  /** Chooses an item in the menu of Alex's tile, and confirms it. */
  async function decide(name: string): Promise<void> {
    const menu = await choice(mina, 'alex', name);
    await menu.click();
    await mina.page.locator('ffc-stage .answers').waitFor();
    await menu.click();
    await menu.waitFor({ state: 'hidden' });
  }

  async function rejoin(person: Person): Promise<void> {
    await person.room.evaluate((room) => (room as HTMLElementTagNameMap['ffc-room']).leave());
    await person.state('left');
    await person.button('Rejoin').click();
    await person.state('connected');
    await mina.tile(await identityOf(person)).waitFor();
  }

  const identityOf = (person: Person): Promise<string> =>
    person.room.evaluate(
      (room) => (room as HTMLElementTagNameMap['ffc-room']).localParticipant?.identity ?? '',
    );

  it('makes a member a host, who decides about others from the next join on', async () => {
    await decide('Make host');
    await (await choice(mina, 'alex', 'Make member')).waitFor();
    await mina.page.keyboard.press('Escape');
    await rejoin(alex);
    await alex.sees('mina', 1);
    await (await choice(alex, 'mina', 'Mute')).waitFor();
    await alex.page.keyboard.press('Escape');
  });

  it('makes a host a member again, who decides nothing from the next join on', async () => {
    await decide('Make member');
    await rejoin(alex);
    await alex.sees('mina', 1);
    await (await choice(alex, 'mina', 'Mute for me')).waitFor();
    assert.equal(await alex.button('Remove').count(), 0);
    assert.deepEqual([...mina.complaints, ...alex.complaints], []);
  });
});
