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

  it('mutes everyone else, who can unmute themselves', async () => {
    await mina.button('People').click();
    const people = mina.page.locator('ffc-participants');
    await people.getByRole('button', { name: 'Mute everyone' }).click();
    const question = people.getByRole('dialog', { name: 'Mute everyone' });
    await question.getByText('Mute everyone else? They can unmute themselves.').waitFor();
    await question.getByRole('button', { name: 'Mute everyone' }).click();
    await mina.event({ type: 'ffc-track-muted', identity: 'alex', source: 'microphone' });
    const said = alex.room.getByRole('status').getByText('Mina Kim muted you');
    await said.waitFor({ state: 'attached' });
    await alex.room.locator('[part=notice]', { hasText: 'Mina Kim muted you' }).waitFor();
    await alex.button('Microphone').click();
    await mina.event({ type: 'ffc-track-unmuted', identity: 'alex', source: 'microphone' });
    assert.equal(await mina.button('Microphone').getAttribute('aria-pressed'), 'true');
    await mina.button('People').click();
    await people.waitFor({ state: 'detached' });
  });

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
    await alex.page.keyboard.press('Escape');
  });

  it('is missed by the others after leaving, until they return', async () => {
    const notice = alex.room.locator('.toast', {
      hasText: 'Mina Kim, the host, left. The call goes on without one.',
    });
    await mina.leave();
    await notice.waitFor();
    await mina.rejoin();
    await notice.waitFor({ state: 'detached' });
    await alex.tile('mina').waitFor();
  });

  it('ends the call by deleting the room after leaving: the others read why', async () => {
    await mina.leave();
    await alex.tile('mina').waitFor({ state: 'detached' });
    await mina.button('Delete “Hosts”').click();
    await mina.button('Delete room').click();
    await alex.state('ended');
    await alex.page.getByRole('heading', { name: /^The host left/ }).waitFor();
    assert.deepEqual([...mina.complaints, ...alex.complaints], []);
  });
});

describe('the end of a call for everybody', () => {
  const suite = new Suite();
  const name = 'End for everyone';
  let mina: Person;
  let jun: Person;

  before(async () => ({ mina, jun } = await suite.call('Ending')));

  /** Opens the list of people. Resolves when it shows a person. */
  async function openPeople({ page, room }: Person, name = 'Mina Kim'): Promise<Locator> {
    await room.evaluate((room) =>
      (room as HTMLElementTagNameMap['ffc-room']).openPanel('participants'),
    );
    const people = page.locator('ffc-participants');
    await people.getByText(name).waitFor();
    return people;
  }

  it('is not offered to a member, whose app could do it', async () => {
    const people = await openPeople(jun);
    assert.equal(await people.getByRole('button', { name }).count(), 0);
  });

  it('shows the end to both after a host has confirmed it', async () => {
    const people = await openPeople(mina);
    await people.getByRole('button', { name }).click();
    await people.getByRole('dialog').getByRole('button', { name }).click();
    for (const person of [mina, jun]) {
      await person.state('ended');
      await person.room.getByText('“Ending” was ended for everyone.').waitFor();
    }
    assert.deepEqual([...mina.complaints, ...jun.complaints], []);
  });

  it('is beside Leave for a host, too', async () => {
    await mina.start('Ending again');
    await mina.button('Exit options').click();
    const menu = mina.page.getByRole('dialog', { name: 'Leave' });
    await menu.getByRole('button', { name }).click();
    const question = mina.page.getByRole('dialog', { name });
    await question.getByRole('button', { name }).click();
    await mina.state('ended');
    await mina.room.getByText('“Ending again” was ended for everyone.').waitFor();
  });

  it('is not offered to a host whose app has no way to do it', async () => {
    await jun.room.evaluate((room) => {
      (room as HTMLElementTagNameMap['ffc-room']).roomsApi = undefined;
    });
    await jun.start('No way');
    const people = await openPeople(jun, 'Jun Park');
    await people.getByRole('button', { name: 'Mute everyone' }).waitFor();
    assert.equal(await people.getByRole('button', { name }).count(), 0);
    assert.equal(await jun.button('Exit options').count(), 0);
  });
});
