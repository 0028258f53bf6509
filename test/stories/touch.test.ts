import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContext } from 'playwright-core';
import { compilerHelpers } from '../e2e/record-events.js';
import { launchChromium } from '../support/chromium.js';
import { type BuiltStorybook, openStory, serveStorybook } from './support.js';

/** The least width and height in CSS pixels: 44, with a tolerance for rounding. */
const least = 43.5;

const stories = [
  'ffc-room-call--header',
  'ffc-room-call--clusters',
  'ffc-room-call--chat',
  'ffc-room-call--people',
  'ffc-room-call--settings',
  'ffc-room-call--captions-log',
  'ffc-room-call--connection',
  'ffc-prejoin--preview',
  'ffc-room-list--rooms',
];

describe('where fingers press', () => {
  let storybook: BuiltStorybook;
  let browser: Browser;
  let context: BrowserContext;

  before(async () => {
    storybook = await serveStorybook();
    browser = await launchChromium();
    context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
      reducedMotion: 'reduce',
    });
    await context.addInitScript(compilerHelpers);
  });

  after(async () => {
    await browser.close();
    storybook.close();
  });

  for (const id of stories) {
    it(`all that can be pressed is 44 px high and wide: ${id}`, async () => {
      const page = await context.newPage();
      try {
        assert.match(await openStory(page, storybook, id), /completed|finished/);
        assert.deepEqual(await page.evaluate(smallTargets, least), []);
      } finally {
        await page.close();
      }
    });
  }
});

/** Finds the targets that are smaller. Links in texts do not count. */
function smallTargets(least: number): readonly string[] {
  const pressed = 'button, input, select, textarea, summary, [role=button], [role=slider]';
  const within = (root: ParentNode): readonly Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? within(element.shadowRoot) : []),
    ]);
  return within(document)
    .filter((element) => element.matches(pressed))
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .flatMap((element) => {
      // The whole row of a room is a target, and so is the label of a checkbox.
      const larger = element.matches('.pick') ? '.room' : 'label:has([type=checkbox])';
      const target = element.closest(larger) ?? element;
      const { width, height } = target.getBoundingClientRect();
      const isSeen = width > 1 && height > 1;
      if (!isSeen || (width >= least && height >= least)) return [];
      const name = element.getAttribute('aria-label') ?? element.textContent.trim();
      return [`${element.localName} “${name}”: ${Math.round(width)} × ${Math.round(height)}`];
    });
}
