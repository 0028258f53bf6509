import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Suite } from './suite.js';

describe('a room whose host has to admit people', () => {
  const suite = new Suite();

  it('keeps guests waiting until the host admits or refuses each of them', async () => {
    const mina = await suite.person('mina');
    const { page } = mina;
    await mina.button('New room').first().click();
    await page.getByLabel('Title').fill('Interview');
    await page.getByText('More options').click();
    await page.getByLabel('People wait until the host lets them in').check();
    await mina.button('Create room').click();
    await mina.enter('Interview');

    const alex = await suite.person('alex');
    await alex.pick('Interview');
    await alex.askToJoin();
    await alex.state('waiting');
    await alex.page.getByRole('heading', { name: 'Waiting for the host' }).waitFor();
    // Nobody sees a guest who waits, so the camera stays off.
    assert.equal(await alex.room.locator('video').count(), 0);

    await page.getByText('Alex Rivera wants to join').first().waitFor();
    await page.getByRole('button', { name: 'Admit Alex Rivera' }).first().click();
    await alex.state('connected');
    await Promise.all([alex.sees('mina'), mina.sees('alex')]);

    const sara = await suite.person('sara');
    await sara.pick('Interview');
    await sara.askToJoin();
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
