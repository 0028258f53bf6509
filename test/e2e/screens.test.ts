import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Locator } from 'playwright-core';
import type { Sandbox } from '../../sandbox/start.js';
import { launchChromium } from '../support/chromium.js';
import { Person } from './people.js';
import { startWithBuiltPage } from './start.js';

type Room = HTMLElementTagNameMap['ffc-room'];

declare global {
  var ffcAnnounced: Promise<string>;
}

describe('screens and boards in a call of three', () => {
  let sandbox: Sandbox;
  let browser: Browser;
  let mina: Person;
  let jun: Person;
  let sara: Person;

  before(async () => {
    sandbox = await startWithBuiltPage();
    browser = await launchChromium();
    mina = await Person.at(browser, sandbox, 'mina');
    await mina.create('Screens');
    await mina.pick('Screens');
    await mina.join();
    jun = await joined('jun');
    sara = await joined('sara');
    await mina.tile('sara').waitFor();
  });

  after(async () => {
    await browser.close();
    await sandbox.stop();
  });

  async function joined(user: string): Promise<Person> {
    const person = await Person.at(browser, sandbox, user);
    await person.pick('Screens');
    await person.join();
    return person;
  }

  const share = (person: Person, on = true): Promise<void> =>
    person.room.evaluate((room, on) => (room as Room).setScreenShareEnabled(on), on);

  const screenOf = (identity: string): Locator =>
    mina.page.locator(`ffc-participant-tile[source=screen_share][identity=${identity}]`);

  /** Resolves when the video of a tile shows a new frame. */
  const plays = (tile: Locator): Promise<void> =>
    tile.locator('video').evaluate(
      (video) =>
        new Promise<void>((resolve) => {
          (video as HTMLVideoElement).requestVideoFrameCallback(() => resolve());
        }),
    );

  async function areaOf(element: Locator): Promise<number> {
    const { width, height } = (await element.boundingBox()) ?? { width: 0, height: 0 };
    return width * height;
  }

  /** Waits until one is larger than the other: tiles take a moment to their places. */
  async function largerThan(one: Locator, other: Locator): Promise<void> {
    while ((await areaOf(one)) <= (await areaOf(other))) await mina.page.waitForTimeout(50);
  }

  it('say who begins to share before the first picture', async () => {
    await mina.page.evaluate(() => {
      const stage = document.querySelector('ffc-room')?.shadowRoot?.querySelector('ffc-stage');
      globalThis.ffcAnnounced = new Promise((resolve) => {
        const look = (): void => {
          const tile = stage?.shadowRoot?.querySelector('[source=screen_share]');
          const message = tile?.shadowRoot?.querySelector('.message')?.textContent.trim();
          if (message) resolve(message);
          if (tile?.shadowRoot)
            observer.observe(tile.shadowRoot, { childList: true, subtree: true });
        };
        const observer = new MutationObserver(look);
        if (stage?.shadowRoot)
          observer.observe(stage.shadowRoot, { childList: true, subtree: true });
      });
    });
    await share(jun);
    const words = await mina.page.evaluate(() => globalThis.ffcAnnounced);
    assert.equal(words, 'Jun Park is starting to share…');
    await plays(screenOf('jun'));
  });

  it('tell who shares that they do, with a small picture of it and a way to stop', async () => {
    const bar = jun.page.locator('ffc-stage .share-bar');
    await bar.getByText('You’re sharing your screen').waitFor();
    await plays(bar);
    assert.equal(await jun.page.locator('ffc-participant-tile[source=screen_share]').count(), 0);
  });

  it('of two who share stand side by side, and each can be pinned', async () => {
    await share(sara);
    await plays(screenOf('sara'));
    await largerThan(screenOf('sara'), mina.tile('jun').and(mina.page.locator('[source=camera]')));
    await largerThan(screenOf('jun'), mina.tile('jun').and(mina.page.locator('[source=camera]')));
    await mina.room.evaluate((room) => (room as Room).pin('sara', 'screen_share'));
    await largerThan(screenOf('sara'), screenOf('jun'));
    await plays(screenOf('sara'));
    await mina.room.evaluate((room) => (room as Room).unpin());
  });

  it('fill the whole display for a viewer, and come back', async () => {
    await screenOf('jun').focus();
    await mina.page.keyboard.press('Enter');
    await mina.button('Full screen').last().click();
    await mina.page.waitForFunction(() => document.fullscreenElement !== null);
    await plays(screenOf('jun'));
    await mina.page.evaluate(() => document.exitFullscreen());
    await plays(screenOf('jun'));
  });

  it('end by the bar of who shares, one at a time', async () => {
    await jun.page.locator('ffc-stage .share-bar').getByRole('button').click();
    await screenOf('jun').waitFor({ state: 'detached' });
    await plays(screenOf('sara'));
    await share(sara, false);
    await screenOf('sara').waitFor({ state: 'detached' });
  });

  it('give the main place to an element of the page, and take it back with the element', async () => {
    await mina.room.evaluate((room) => {
      const board = document.createElement('textarea');
      board.slot = 'screen';
      board.setAttribute('aria-label', 'Board');
      room.append(board);
    });
    const board = mina.page.getByRole('textbox', { name: 'Board' });
    await largerThan(board, mina.tile('jun'));
    await board.fill('Agenda');
    // A shared screen is shown beside the board.
    await share(jun);
    await plays(screenOf('jun'));
    await largerThan(board, mina.tile('sara'));
    await share(jun, false);
    await screenOf('jun').waitFor({ state: 'detached' });
    assert.equal(await board.inputValue(), 'Agenda');
    await board.evaluate((element) => element.remove());
    await mina.page.locator('ffc-stage .screen').waitFor({ state: 'hidden' });
    for (const { complaints } of [mina, jun, sara]) assert.deepEqual(complaints, []);
  });
});
