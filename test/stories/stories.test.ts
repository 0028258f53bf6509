import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContext } from 'playwright-core';
import { launchChromium } from '../support/chromium.js';
import {
  type BuiltStorybook,
  complaintsOf,
  openStory,
  readEntries,
  serveStorybook,
  showInDark,
  violationsIn,
} from './support.js';

const stories = readEntries().filter(({ type, tags }) => type === 'story' && tags.includes('test'));

let storybook: BuiltStorybook;
let browser: Browser;
let context: BrowserContext;

before(async () => {
  storybook = await serveStorybook();
  browser = await launchChromium();
  // One context for all: what they share is loaded once.
  context = await browser.newContext({ reducedMotion: 'reduce' });
});

after(async () => {
  await browser.close();
  storybook.close();
});

for (const title of new Set(stories.map((story) => story.title))) {
  describe(`the stories of <${title}>`, () => {
    for (const story of stories.filter((one) => one.title === title)) {
      it(`show “${story.name}” without errors, accessibly in light and dark`, () =>
        visit(story.id));
    }
  });
}

async function visit(id: string): Promise<void> {
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  try {
    assert.match(await openStory(page, storybook, id, 'theme:light'), /completed|finished/);
    assert.deepEqual(await violationsIn(page, '#storybook-root'), [], 'in light');
    await showInDark(page);
    assert.deepEqual(await violationsIn(page, '#storybook-root'), [], 'in dark');
    assert.deepEqual(complaints, []);
  } finally {
    // A page that stays open would slow down, or mislead, all that follow.
    await page.close();
  }
}
