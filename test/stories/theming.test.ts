import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { elements } from '../../stories/frame/manifest.js';
import { contrast, fromHex, tooClose } from '../../stories/theming/contrast.js';
import { completeThemes, cssOf } from '../../stories/theming/themes.js';
import { fewPixels, launchChromium } from '../support/chromium.js';
import { type BuiltStorybook, complaintsOf, openStory, serveStorybook } from './support.js';

describe('the themes to copy', () => {
  for (const { name, values } of completeThemes) {
    it(`“${name}” is easy to read`, () => {
      const colourOf = (token: string) => fromHex(values[token] ?? '');
      assert.deepEqual(tooClose(colourOf), []);
    });
  }

  it('have the contrast that WCAG computes', () => {
    assert.equal(contrast([0, 0, 0], [255, 255, 255]), 21);
    assert.equal(contrast([119, 119, 119], [255, 255, 255]).toFixed(2), '4.48');
  });

  it('are CSS', () => {
    const text = cssOf('dark', { '--ffc-radius': '4px' });
    assert.match(
      text,
      /^\/\* .+ \*\/\nffc-room,\nffc-room-list \{\n {2}color-scheme: dark;\n {2}--ffc-radius: 4px;\n\}$/,
    );
  });
});

describe('the theming page', () => {
  let storybook: BuiltStorybook;
  let browser: Browser;
  let page: Page;
  let complaints: string[];
  let theming: Locator;

  before(async () => {
    storybook = await serveStorybook();
    browser = await launchChromium();
    page = await (await browser.newContext({ ...fewPixels, reducedMotion: 'reduce' })).newPage();
    complaints = complaintsOf(page);
    await openStory(page, storybook, 'theming--tokens');
    theming = page.locator('story-theming');
  });

  after(async () => {
    await browser.close();
    storybook.close();
  });

  const color = (selector: string): Promise<string> =>
    theming.locator(selector).evaluate((element) => {
      const first = element.shadowRoot?.firstElementChild;
      return first ? getComputedStyle(first).getPropertyValue('--_accent') : '';
    });

  it('has a field for every public CSS custom property', async () => {
    const fields = await theming
      .locator('.token')
      .evaluateAll((all) => all.map((field) => field.getAttribute('data-token')));
    const wanted = [...elements.values()].flatMap(({ cssProperties = [] }) =>
      cssProperties.map(({ name }) => name),
    );
    assert.deepEqual(new Set(fields), new Set(wanted));
    assert.deepEqual(await theming.locator('.warnings li').count(), 0);
  });

  it('shows a complete theme at once in list, preview and call, and writes it as CSS', async () => {
    await theming.locator('[name=theme]').selectOption('Midnight');
    for (const selector of ['ffc-room.call', 'ffc-room.prejoin', 'ffc-room-list']) {
      assert.equal((await color(selector)).trim(), '#7fd1e8', selector);
    }
    const css = await theming.locator('pre').innerText();
    assert.match(css, /--ffc-color-accent: #7fd1e8;/);
    assert.match(css, /color-scheme: dark;/);
  });

  it('follows a field, warns where text gets hard to read, and takes it back', async () => {
    await theming.locator('[id="--ffc-color-accent"]').fill('#112233');
    assert.equal((await color('ffc-room.call')).trim(), '#112233');
    await theming.locator('.warnings li', { hasText: '--ffc-color-accent' }).first().waitFor();
    await theming.locator('[id="--ffc-radius"]').fill('3');
    assert.match(await theming.locator('pre').innerText(), /--ffc-radius: 3px;/);
    await theming.locator('[data-reset="--ffc-color-accent"]').click();
    assert.doesNotMatch(await theming.locator('pre').innerText(), /--ffc-color-accent/);
  });

  it('copies the theme', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await theming.locator('[name=copy]').click();
    await theming.getByText('Copied').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied, await theming.locator('pre').innerText());
    assert.deepEqual(complaints, []);
  });
});
