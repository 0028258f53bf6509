import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';
import type { Dialog } from 'playwright-core';
import type { Person } from './people.js';
import { Suite } from './suite.js';

/**
 * The ways to leave a page. A timer starts each one: a script that left the page directly would
 * block until the test answers the browser's question.
 */
const ways: Record<string, (mina: Person) => Promise<unknown>> = {
  Reload: ({ page }) => page.evaluate(() => void setTimeout(() => location.reload())),
  Back: ({ page }) => page.evaluate(() => void setTimeout(() => history.back())),
};

describe('a page that is left while a call runs', () => {
  const suite = new Suite();
  let jun: Person;
  let mina: Person;

  before(async () => {
    jun = await suite.person('jun');
    await jun.start('Standup');
  });

  beforeEach(async () => {
    // The blank page that opened first is where “Back” leads.
    mina = await suite.joined('mina', 'Standup');
    await jun.tile('mina').waitFor();
  });

  const asked = (): Promise<Dialog> => mina.page.waitForEvent('dialog');
  const gone = (): Promise<void> => jun.tile('mina').waitFor({ state: 'detached' });

  for (const [way, leave] of Object.entries(ways)) {
    it(`makes the browser ask, and stays in the call if the person stays: ${way}`, async () => {
      const question = asked();
      await leave(mina);
      const dialog = await question;
      assert.equal(dialog.type(), 'beforeunload');
      await dialog.dismiss();
      await mina.sees('jun');
      await jun.sees('mina');
      await mina.state('connected');
      const left = (await jun.events()).some(
        ({ type, identity }) => type === 'ffc-participant-left' && identity === 'mina',
      );
      assert.equal(left, false);
      await mina.close();
      await gone();
      await forget(jun);
    });

    it(`leaves the call at once if the person goes: ${way}`, async () => {
      const question = asked();
      await leave(mina);
      await (await question).accept();
      await jun.event({ type: 'ffc-participant-left', identity: 'mina' });
      await gone();
      assert.deepEqual([mina.complaints, jun.complaints], [[], []]);
      await jun.state('connected');
      // Mina's context stays open until the browser closes: after an accepted question, Chromium
      // sometimes never closes a context.
      await forget(jun);
    });
  }

  it('makes the browser ask nothing with no-leave-confirm', async () => {
    const questions: string[] = [];
    mina.page.on('dialog', (dialog) => {
      questions.push(dialog.type());
      void dialog.accept();
    });
    await mina.room.evaluate((room) => room.setAttribute('no-leave-confirm', ''));
    await mina.page.reload();
    await jun.event({ type: 'ffc-participant-left', identity: 'mina' });
    await gone();
    assert.deepEqual(questions, []);
    await mina.close();
    await forget(jun);
  });

  it('can be joined again after a reload, as one person', async () => {
    mina.page.once('dialog', (dialog) => void dialog.accept());
    await mina.page.reload();
    await jun.event({ type: 'ffc-participant-left', identity: 'mina' });
    await forget(jun);
    await mina.enter('Standup');
    await Promise.all([jun.sees('mina'), mina.sees('jun')]);
    assert.equal(await jun.tile('mina').count(), 1);
    assert.deepEqual(mina.complaints, []);
    await mina.close();
    await gone();
    await forget(jun);
  });

  it('is a page without a call after Back and Forward, where one can join again', async () => {
    mina.page.once('dialog', (dialog) => void dialog.accept());
    await mina.page.goBack();
    await jun.event({ type: 'ffc-participant-left', identity: 'mina' });
    await forget(jun);
    await mina.page.goForward();
    await mina.button('Standup').first().waitFor();
    assert.notEqual(await mina.room.getAttribute('state'), 'connected');
    await mina.enter('Standup');
    await Promise.all([jun.sees('mina'), mina.sees('jun')]);
    assert.deepEqual(mina.complaints, []);
    await mina.close();
    await gone();
  });

  it('asks nothing once the call is over', async () => {
    const questions: string[] = [];
    mina.page.on('dialog', (dialog) => {
      questions.push(dialog.type());
      void dialog.accept();
    });
    await mina.button('Leave').first().click();
    await mina.state('left');
    await mina.page.reload();
    await mina.button('Standup').first().waitFor();
    assert.deepEqual(questions, []);
    await mina.close();
  });
});

/** Forgets the events so far, so that the next wait sees only later ones. */
function forget({ page }: Person): Promise<void> {
  return page.evaluate(() => {
    globalThis.ffcSeen.length = 0;
  });
}
