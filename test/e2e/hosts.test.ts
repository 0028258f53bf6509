import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import type { Person } from './people.js';
import { Suite } from './suite.js';

describe('a host of a call', () => {
  const suite = new Suite();
  let mina: Person;
  let alex: Person;

  before(async () => {
    mina = await suite.person('mina');
    await mina.start('Hosts');
    alex = await suite.joined('alex', 'Hosts');
  });

  /** Opens the menu of a tile, and returns one of its items. */
  async function choice(of: Person, identity: string, name: string): Promise<Locator> {
    await of.openTileMenu(identity);
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
    await person.rejoin();
    await mina.tile(await identityOf(person)).waitFor();
  }

  const identityOf = (person: Person): Promise<string> =>
    person.room.evaluate(
      (room) => (room as HTMLElementTagNameMap['ffc-room']).localParticipant?.identity ?? '',
    );

  it('makes a member a host, who can mute others from the next join on', async () => {
    await decide('Make host');
    await (await choice(mina, 'alex', 'Make member')).waitFor();
    await mina.page.keyboard.press('Escape');
    await rejoin(alex);
    await alex.sees('mina', 1);
    await (await choice(alex, 'mina', 'Mute')).waitFor();
    await alex.page.keyboard.press('Escape');
  });

  it('makes a host a member again, who can mute nobody else from the next join on', async () => {
    await decide('Make member');
    await rejoin(alex);
    await alex.sees('mina', 1);
    await (await choice(alex, 'mina', 'Mute for me')).waitFor();
    assert.equal(await alex.button('Remove').count(), 0);
    assert.deepEqual([...mina.complaints, ...alex.complaints], []);
  });
});
