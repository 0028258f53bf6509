import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Person } from './people.js';
import { Suite } from './suite.js';

describe('the app’s own backend, between its page and the service', () => {
  const suite = new Suite();

  /** Submits the dialog for a new room. Returns the status of the answer. */
  async function tryToCreate(person: Person, title: string): Promise<number> {
    await person.button('New room').first().click();
    await person.page.getByLabel('Title').fill(title);
    const answered = person.page.waitForResponse(
      (response) => response.request().method() === 'POST' && response.url().includes('/ffc/rooms'),
    );
    await person.button('Create room').click();
    return (await answered).status();
  }

  it('lets hosts make rooms', async () => {
    const mina = await suite.person('mina');
    assert.equal(await tryToCreate(mina, 'By a host'), 201);
    await mina.button('By a host').first().waitFor();
    await mina.close();
  });

  it('lets hosts change and delete their own rooms', async () => {
    const mina = await suite.person('mina');
    assert.equal(await tryToCreate(mina, 'For a moment'), 201);
    await mina.button('Edit “For a moment”').click();
    await mina.page.getByLabel('Title').fill('For a while');
    await mina.button('Save').click();
    await mina.button('Delete “For a while”').click();
    await mina.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await mina.button('Delete “For a while”').waitFor({ state: 'detached' });
    await mina.close();
  });

  it('offers guests no way to create, change or delete rooms, and refuses a new room', async () => {
    const alex = await suite.person('alex');
    await alex.button('By a host').first().waitFor();
    for (const name of ['New room', 'Edit “By a host”', 'Delete “By a host”']) {
      await alex.button(name).waitFor({ state: 'detached' });
    }
    const status = await alex.page.evaluate(async () => {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ type: 'VIDEO_CONFERENCE', title: 'By a guest' });
      return (await fetch('/ffc/rooms', { method: 'POST', headers, body })).status;
    });
    assert.equal(status, 403);
    await alex.close();
  });

  it('lets guests into the rooms of hosts, and logs their joins and leaves', async () => {
    const alex = await suite.person('alex');
    const log = alex.page.locator('details', { hasText: 'Webhooks' });
    await log.getByText('Webhooks', { exact: true }).click();
    await alex.enter('By a host');
    await log.getByText('Alex Rivera · By a host').first().waitFor();
    await alex.leave();
    await log.getByText('VIDEO_ROOM_PARTICIPANT_LEFT').waitFor();
    assert.deepEqual(alex.complaints, []);
    await alex.close();
  });

  it('asks an unknown visitor to choose a user', async () => {
    const nobody = await suite.person('nobody');
    await nobody.page.getByRole('link', { name: 'Mina Kim' }).waitFor();
    assert.equal(await nobody.page.locator('ffc-room-list').count(), 0);
    await nobody.close();
  });
});
