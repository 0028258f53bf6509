import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import type { Person } from './people.js';
import { Suite } from './suite.js';

describe('the layout of a call', () => {
  const suite = new Suite();
  let mina: Person;
  let jun: Person;

  before(async () => {
    ({ mina, jun } = await suite.call('Layouts'));
    await mina.sees('jun');
  });

  /** Opens the layout menu, and returns one of its items. */
  async function choice(name: string | RegExp): Promise<Locator> {
    await mina.page.getByRole('button', { name: 'Layout', exact: true }).click();
    const found = mina.page.getByRole('dialog').getByRole('button', { name });
    await found.waitFor();
    return found;
  }

  async function isChosen(name: string | RegExp): Promise<void> {
    const found = await choice(name);
    assert.equal(await found.getAttribute('aria-pressed'), 'true');
    await mina.page.keyboard.press('Escape');
    await found.waitFor({ state: 'hidden' });
  }

  async function share(person: Person, on: boolean): Promise<void> {
    await person.share(on);
    const screen = mina.page.locator('ffc-participant-tile[source=screen_share]');
    await screen.waitFor({ state: on ? 'visible' : 'detached' });
  }

  it('can be picked in “more” where the bar has no place for it, and given back', async () => {
    await mina.setControls('microphone more leave');
    await mina.page.getByRole('button', { name: 'More', exact: true }).click();
    await mina.page.locator('[data-item=layout]').click();
    await mina.page.getByRole('dialog').getByRole('button', { name: 'Focused' }).click();
    await mina.setControls('layout leave');
    await isChosen('Focused');
    await mina.room.evaluate((room) =>
      (room as HTMLElementTagNameMap['ffc-room']).setLayout('grid'),
    );
    await (await choice('Automatic')).click();
  });

  it('is automatic at first, and changes for a shared screen', async () => {
    await isChosen('Automatic (now: Grid)');
    await share(jun, true);
    await isChosen('Automatic (now: Focused)');
  });

  it('stays as the person chose it, even during a share', async () => {
    await (await choice('Fixed grid')).click();
    await isChosen('Fixed grid');
  });

  it('is automatic again for all once the last share has ended', async () => {
    await share(jun, false);
    await isChosen('Automatic (now: Fixed grid)');
    await share(jun, true);
    await isChosen('Automatic (now: Focused)');
  });

  it('can be set to automatic again by hand', async () => {
    await (await choice('Scroll')).click();
    await isChosen('Scroll');
    await (await choice('Automatic')).click();
    await isChosen('Automatic (now: Focused)');
    await share(jun, false);
    assert.deepEqual(mina.complaints, []);
  });
});
