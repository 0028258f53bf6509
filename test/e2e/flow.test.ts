import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Person } from './people.js';
import { Suite } from './suite.js';

describe('the way into a call and out of it', () => {
  const suite = new Suite();

  /** Creates a room through the app's gateway, as the page's list does. */
  async function create(person: Person, fields: object): Promise<void> {
    const status = await person.page.evaluate(
      async (room) => {
        const headers = { 'content-type': 'application/json' };
        const body = JSON.stringify({ type: 'VIDEO_CONFERENCE', ...room });
        return (await fetch('/ffc/rooms', { method: 'POST', headers, body })).status;
      },
      { ...fields },
    );
    assert.equal(status, 201);
    await person.page.reload();
  }

  it('counts down to a room, and lets people join when its time has come', async () => {
    const mina = await suite.person('mina');
    const scheduledAt = new Date(Date.now() + 12_000).toISOString();
    await create(mina, { title: 'All hands', scheduledAt });
    await mina.pick('All hands');
    await mina.state('scheduled');
    await mina.page.getByRole('timer').waitFor();
    await mina.button('Add to calendar').waitFor();
    await mina.state('prejoin');
    await mina.join();
    await mina.leave();
    await mina.page.getByRole('heading', { name: /You left the call · \d/ }).waitFor();
    await mina.button('Rejoin').waitFor();
    await mina.button('Back to rooms').click();
    await mina.state('idle');
    assert.deepEqual(mina.complaints, []);
    await mina.close();
  });

  it('checks the connection to the real media server, and no one in the call notices', async () => {
    const mina = await suite.person('mina');
    await mina.start('Line check');
    const jun = await suite.person('jun');
    await jun.pick('Line check');
    await jun.state('prejoin');
    await jun.button('Check connection').click();
    await jun.page.getByText('Your connection is fine.').waitFor();
    // What the check has caused reaches Mina before Jun does.
    await jun.join();
    await mina.sees('jun');
    const ofJun = (await mina.events()).filter(
      ({ type, identity }) =>
        identity?.startsWith('jun') && /^ffc-participant-(joined|left)$/.test(type),
    );
    assert.deepEqual(
      ofJun.map(({ type }) => type),
      ['ffc-participant-joined'],
    );
    for (const person of [mina, jun]) {
      assert.deepEqual(person.complaints, []);
      await person.close();
    }
  });

  it('shows the decisions of a host: a removal, and the end for everybody', async () => {
    const mina = await suite.person('mina');
    await create(mina, { title: 'Decisions' });
    await mina.enter('Decisions');
    const [jun, alex] = await Promise.all(['jun', 'alex'].map((user) => suite.person(user)));
    for (const guest of [jun!, alex!]) {
      await guest.enter('Decisions');
    }
    await Promise.all([mina.sees('jun'), mina.sees('alex')]);
    await mina.button('People').click();
    // The tile has the same menu, so the test looks in the panel only.
    const people = mina.page.locator('ffc-participants');
    await people.getByRole('button', { name: 'Actions for Alex Rivera' }).click();
    await people.getByRole('button', { name: 'Remove' }).click();
    await people.getByText('Remove Alex Rivera from the room?').waitFor();
    await people.getByRole('button', { name: 'Remove' }).click();
    await alex!.state('removed');
    await alex!.page
      .getByRole('heading', { name: /You were removed from this room · \d/ })
      .waitFor();
    await mina.tile('alex').waitFor({ state: 'detached' });

    await mina.page.evaluate(async () => {
      const rooms = (await (await fetch('/ffc/rooms?keyword=Decisions')).json()) as {
        readonly content: readonly { readonly id: number }[];
      };
      await fetch(`/ffc/rooms/${rooms.content[0]!.id}`, { method: 'DELETE' });
    });
    await jun!.state('ended');
    await jun!.page.getByRole('heading', { name: /The call has ended · \d/ }).waitFor();
    await jun!.button('Back to rooms').waitFor();
    for (const person of [mina, jun!, alex!]) {
      assert.deepEqual(person.complaints, []);
      await person.close();
    }
  });
});
