import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/chromium.js';
import {
  type BuiltStorybook,
  readEntries,
  serveStorybook,
  setTheme,
  StoryPage,
  violationsIn,
} from './support.js';

const stories = readEntries().filter(({ type, tags }) => type === 'story' && tags.includes('test'));
const titles = new Set(stories.map(({ title }) => title));

// Loading the storybook takes longer than a story. One page therefore shows all stories of a title
// in turn, as a designer sees them. Two titles at a time keep two cores busy.
describe('the storybook', { concurrency: 2 }, () => {
  let storybook: BuiltStorybook;
  let browser: Browser;

  before(async () => {
    storybook = await serveStorybook();
    browser = await launchChromium();
  });

  after(async () => {
    await browser.close();
    storybook.close();
  });

  for (const title of titles) {
    describe(`the stories of <${title}>`, { concurrency: 1 }, () => {
      let page: StoryPage | undefined;

      after(() => page?.close());

      for (const [index, { id, name }] of stories.filter((one) => one.title === title).entries()) {
        it(`show “${name}” without errors, accessibly in light and dark`, async () => {
          page ??= await StoryPage.open(browser, storybook);
          try {
            // Each story begins in the theme in which the previous one ended.
            await visit(page, id, index % 2 === 0 ? ['light', 'dark'] : ['dark', 'light']);
          } catch (error) {
            // A failed story may leave state behind that affects the next ones.
            await page.close();
            page = undefined;
            throw error;
          }
        });
      }
    });
  }
});

async function visit(
  story: StoryPage,
  id: string,
  [first, second]: readonly ['light', 'dark'] | readonly ['dark', 'light'],
): Promise<void> {
  assert.match(await story.show(id, first), /completed|finished/);
  assert.deepEqual(await violationsIn(story.page, '#storybook-root'), [], `in ${first}`);
  await setTheme(story.page, second);
  assert.deepEqual(await violationsIn(story.page, '#storybook-root'), [], `in ${second}`);
  assert.deepEqual(story.takeComplaints(), []);
}
