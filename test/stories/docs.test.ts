import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { FfcRoomElement } from '../../src/elements/room/room.js';
import { elements } from '../../stories/frame/manifest.js';
import { guides } from '../../stories/element-guides/index.js';
import { fewPixels, launchChromium } from '../support/chromium.js';
import {
  type BuiltStorybook,
  complaintsOf,
  type Entry,
  readEntries,
  serveStorybook,
  violationsIn,
} from './support.js';

const entries = readEntries();
const of = (tag: string, type: Entry['type']): readonly Entry[] =>
  entries.filter((entry) => entry.type === type && entry.title.split('/').includes(tag));

let storybook: BuiltStorybook;
let browser: Browser;
let context: BrowserContext;

before(async () => {
  storybook = await serveStorybook();
  browser = await launchChromium();
  context = await browser.newContext({ ...fewPixels, reducedMotion: 'reduce' });
});

after(async () => {
  await browser.close();
  storybook.close();
});

describe('the docs of the storybook', () => {
  for (const [tag, element] of elements) {
    it(`explain <${tag}>: its anatomy, states, events, parts, tokens and usage`, async () => {
      assert.ok(of(tag, 'story').length >= 2, 'it has an anatomy and stories');
      assert.ok(guides[tag], 'it has a guide in stories/element-guides/');
      const docs = of(tag, 'docs').find(({ id }) => hasAnatomy(id));
      assert.ok(docs, 'it has a docs page');
      const page = await context.newPage();
      const complaints = complaintsOf(page);
      await page.goto(`${storybook.origin}/iframe.html?id=${docs.id}&viewMode=docs`);
      await page.locator('story-anatomy b').first().waitFor();
      await page.locator('.docblock-argstable').waitFor();
      await callsAreShown(page);
      const text = await page.locator('.ffc-docs').innerText();
      for (const heading of ['Anatomy', 'States', 'Do', 'Don’t', 'Stories']) {
        assert.ok(text.includes(heading), heading);
      }
      const named = [element.events, element.slots, element.cssParts, element.cssProperties];
      for (const { name } of named.flatMap((group) => group ?? [])) {
        assert.ok(text.includes(name), `it does not name ${name}`);
      }
      assert.deepEqual(await violationsIn(page, 'story-anatomy'), []);
      assert.deepEqual(complaints, []);
      await page.close();
    });
  }
});

/** Resolves when the rooms that join by themselves are connected: until then, a call is invisible. */
async function callsAreShown(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const rooms = [...document.querySelectorAll<FfcRoomElement>('story-anatomy ffc-room')];
    return rooms.every(({ autoJoin, state }) => !autoJoin || state === 'connected');
  });
}

/** Whether a title has the anatomy. Of an element's several titles, only one has it. */
function hasAnatomy(docsId: string): boolean {
  return entries.some(({ id }) => id === docsId.replace(/--docs$/, '--anatomy'));
}
