import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Suite } from './suite.js';

describe('a person who only watches, or who opens a second tab', () => {
  const suite = new Suite();

  it('has no tile and is not counted, but hears and sees, and gets a tile when they unmute', async () => {
    const title = 'Weekly design review';
    const mina = await suite.joined('mina', title);
    const alex = await suite.person('alex');
    await alex.room.evaluate((room) => room.toggleAttribute('observer', true));
    await alex.pick(title);
    await alex.state('prejoin');
    assert.equal(await alex.room.locator('video').count(), 0);
    await alex.join();
    await alex.sees('mina');
    assert.equal(await alex.button('Camera').count(), 0);

    // Mina's page would have emitted a join of the observer before that of Jun, who came later.
    const jun = await suite.joined('jun', title);
    await mina.sees('jun');
    assert.equal(await mina.tile('alex').count(), 0);
    assert.equal(await jun.tile('alex').count(), 0);
    const joined = (await mina.events()).filter(({ type }) => type === 'ffc-participant-joined');
    assert.deepEqual(
      joined.map(({ identity }) => identity),
      ['mina', 'jun'],
    );
    await mina.button('People').click();
    await mina.page.getByText('Only watching: Alex Rivera').waitFor();

    await alex.button('Microphone').click();
    await mina.tile('alex').waitFor();
    for (const person of [alex, jun, mina]) {
      assert.deepEqual(person.complaints, []);
      await person.close();
    }
  });

  it('offers a second tab of the same member to take the call over', async () => {
    const mina = await suite.joined('mina', 'Weekly design review');
    const second = await mina.openTab();
    await second.pick('Weekly design review');
    await second.askToJoin();
    await second.state('removed');
    await second.page
      .getByRole('heading', { name: 'You’re in this call somewhere else' })
      .waitFor();
    await mina.state('connected');
    await second.button('Switch to this device').click();
    await second.state('connected');
    await mina.state('removed');
    assert.deepEqual([...mina.complaints, ...second.complaints], []);
    await mina.close();
  });
});
