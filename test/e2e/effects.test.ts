import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import type { Person } from './people.js';
import { Suite } from './suite.js';

const effect = ({ room }: Person, name: string): Locator =>
  room.locator('ffc-settings').getByRole('checkbox', { name });

/** Resolves when the effect runs, or has ended. Loading takes a while. */
async function turn(person: Person, name: string, on: boolean): Promise<void> {
  const toggle = effect(person, name);
  await toggle.setChecked(on);
  const settled = person.page.locator(`[aria-busy=false]${on ? ':checked' : ':not(:checked)'}`);
  await toggle.and(settled).waitFor({ timeout: 60_000 });
}

describe('the effects of a call', () => {
  const suite = new Suite();
  let mina: Person;
  let jun: Person;

  before(async () => {
    ({ mina, jun } = await suite.call('Effects'));
    await mina.room.getByRole('button', { name: 'More', exact: true }).click();
    await mina.room.getByRole('button', { name: 'Settings', exact: true }).click();
  });

  it('change what others get, and go on', async () => {
    await jun.sees('mina');
    await turn(mina, 'Blur background', true);
    await jun.sees('mina', 3);
    await turn(mina, 'Suppress noise', true);
    await jun.hears();
    await turn(mina, 'Blur background', false);
    await jun.sees('mina');
  });

  it('are there after a reload, as the person left them', async () => {
    await mina.page.reload();
    await mina.state('prejoin');
    const noise = mina.page
      .locator('ffc-prejoin')
      .getByRole('checkbox', { name: 'Suppress noise' });
    await noise.and(mina.page.locator(':checked')).waitFor();
    await mina.join();
    await jun.hears();
    assert.deepEqual([mina.complaints, jun.complaints], [[], []]);
  });
});
