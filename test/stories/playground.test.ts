import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { lastStep, timeline } from '../../stories/playground/timeline.js';
import { fewPixels, launchChromium } from '../support/chromium.js';
import { type BuiltStorybook, complaintsOf, openStory, serveStorybook } from './support.js';

const story = 'playground--call';
const stepOf = (name: string): number => timeline.findIndex((step) => step.name === name);

describe('the playground', () => {
  let storybook: BuiltStorybook;
  let browser: Browser;
  let page: Page;
  let complaints: string[];
  let playground: Locator;
  let room: Locator;

  before(async () => {
    storybook = await serveStorybook();
    browser = await launchChromium();
    page = await (await browser.newContext({ ...fewPixels, reducedMotion: 'reduce' })).newPage();
    complaints = complaintsOf(page);
    playground = page.locator('story-playground');
    room = playground.locator('ffc-room');
  });

  after(async () => {
    await browser.close();
    storybook.close();
  });

  const open = (args: string): Promise<string> =>
    openStory(page, storybook, story, '', `&args=${args}`);
  const people = (): Promise<number> =>
    room.evaluate((element: HTMLElementTagNameMap['ffc-room']) => element.participants.length);

  it('begins where its link says, with as many people', async () => {
    await open(`people:30;at:${stepOf('Jun joins')}`);
    assert.equal(await people(), 32);
    await open(`people:1;at:${stepOf('The connection is lost')}`);
    await page.waitForFunction(
      () =>
        document
          .querySelector('story-playground')
          ?.shadowRoot?.querySelector('ffc-room')
          ?.getAttribute('state') === 'reconnecting',
    );
  });

  it('goes on and back step by step', async () => {
    await open('people:2;at:0');
    assert.equal(await people(), 3);
    await playground.locator('[name=step]').click();
    await playground.getByText(`1 of ${lastStep}: Jun joins`).waitFor();
    await room.locator('ffc-participant-tile[identity=jun]').waitFor();
    await playground.locator('[name=back]').click();
    await playground.getByText(`0 of ${lastStep}`).waitFor();
    await room.locator('ffc-participant-tile[identity=jun]').waitFor({ state: 'detached' });
  });

  it('goes on by itself while it plays, and stops when it is paused', async () => {
    // A fake clock applies to all pages of a context, so this page gets its own.
    const own = await (
      await browser.newContext({ ...fewPixels, reducedMotion: 'reduce' })
    ).newPage();
    await own.clock.install();
    await openStory(own, storybook, story, '', '&args=people:1;at:0');
    await own.clock.pauseAt(Date.now() + 3_600_000);
    const button = own.locator('story-playground [name=play]');
    await button.click();
    await own.clock.runFor(2000);
    await own.getByText(`1 of ${lastStep}: Jun joins`).waitFor();
    await button.click();
    await own.clock.runFor(60_000);
    await own.getByText(`1 of ${lastStep}: Jun joins`).waitFor();
    await own.close();
  });

  it('copies a link to where it is', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await open('people:7;at:3');
    await playground.locator('[name=link]').click();
    const link = await page
      .waitForFunction(() => navigator.clipboard.readText())
      .then((handle) => handle.jsonValue());
    assert.equal(
      link,
      `${storybook.origin}/?path=/story/playground--call&args=people:7;at:3;playing:!false`,
    );
    assert.deepEqual(complaints, []);
  });
});
