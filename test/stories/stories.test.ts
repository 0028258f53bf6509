import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { RoomState } from '../../src/state/types.js';
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

/** A state that is missing here does not compile. */
const allStates: Readonly<Record<RoomState, true>> = {
  idle: true,
  loading: true,
  scheduled: true,
  password: true,
  prejoin: true,
  waiting: true,
  connecting: true,
  connected: true,
  reconnecting: true,
  left: true,
  ended: true,
  removed: true,
  failed: true,
};
/** The states that rooms had in the stories so far. */
const seenStates = new Set<string>();

// Loading the storybook takes longer than a story. One page therefore shows all stories of a title
// in turn, as a designer sees them. Two titles at a time keep two cores busy.
describe('the storybook', { concurrency: 1 }, () => {
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

  describe('by title', { concurrency: 2 }, () => {
    for (const title of titles) {
      describe(`the stories of <${title}>`, { concurrency: 1 }, () => {
        let page: StoryPage | undefined;

        after(() => page?.close());

        for (const [index, { id, name }] of stories
          .filter((one) => one.title === title)
          .entries()) {
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

  it('has a story of every state of a room', () => {
    const missing = Object.keys(allStates).filter((state) => !seenStates.has(state));
    assert.deepEqual(missing, []);
  });

  for (const layout of ['grid', 'fixed-grid', 'scroll', 'focused']) {
    it(`has a story of the layout ${layout}, in a room and by itself`, () => {
      const ids = stories.map(({ id }) => id);
      assert.ok(ids.includes(`ffc-stage--${layout}`));
      assert.ok(ids.includes(`ffc-stage-by-itself--${layout}`));
    });
  }
});

async function visit(
  story: StoryPage,
  id: string,
  [first, second]: readonly ['light', 'dark'] | readonly ['dark', 'light'],
): Promise<void> {
  assert.match(await story.show(id, first), /completed|finished/);
  for (const state of await statesIn(story.page)) seenStates.add(state);
  assert.deepEqual(await violationsIn(story.page, '#storybook-root'), [], `in ${first}`);
  await setTheme(story.page, second);
  assert.deepEqual(await violationsIn(story.page, '#storybook-root'), [], `in ${second}`);
  assert.deepEqual(story.takeComplaints(), []);
}

/** The states of the rooms of a story. */
function statesIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => [...document.querySelectorAll('ffc-room')].map(({ state }) => state));
}
