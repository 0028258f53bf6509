import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { argTypesOf } from '../../stories/frame/arg-types.js';
import { elements, eventNames, writableAttributes } from '../../stories/frame/manifest.js';
import { viewports } from '../../stories/frame/toolbar.js';
import { fewPixels, launchChromium } from '../support/chromium.js';
import { type BuiltStorybook, openStory, serveStorybook, storyEnds } from './support.js';

let storybook: BuiltStorybook;
let browser: Browser;
let page: Page;

before(async () => {
  storybook = await serveStorybook();
  browser = await launchChromium();
  page = await (await browser.newContext({ ...fewPixels, reducedMotion: 'reduce' })).newPage();
});

after(async () => {
  await browser.close();
  storybook.close();
});

const rooms = 'ffc-room-list--rooms';
const list = (): ReturnType<Page['locator']> => page.locator('ffc-room-list');

describe('the attributes in the args of a story', () => {
  it('are set at the first drawing', async () => {
    await openStory(page, storybook, 'ffc-room-list--pages');
    assert.equal(await list().getAttribute('page-size'), '3');
    await openStory(page, storybook, 'ffc-room-list--readonly');
    assert.equal(await list().getByRole('button', { name: 'New room' }).count(), 0);
  });
});

describe('the toolbar of the storybook', () => {
  it('shows stories in light and dark', async () => {
    const surface = async (theme: string): Promise<string> => {
      await openStory(page, storybook, rooms, `theme:${theme}`);
      return page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    };
    assert.notEqual(await surface('light'), await surface('dark'));
  });

  it('shows stories in English, in Korean, and in Arabic from right to left', async () => {
    for (const [lang, heading, dir] of [
      ['en', 'Rooms', 'ltr'],
      ['ko', '비디오룸', 'ltr'],
      ['ar', 'الغرف', 'rtl'],
    ] as const) {
      await openStory(page, storybook, rooms, `lang:${lang}`);
      await list().getByRole('heading', { name: heading }).first().waitFor();
      assert.equal(await list().evaluate((element) => getComputedStyle(element).direction), dir);
    }
    await openStory(page, storybook, rooms, 'lang:en;dir:rtl');
    assert.equal(await list().evaluate((element) => getComputedStyle(element).direction), 'rtl');
  });

  it('emulates forced colours: the system’s in place of tokens, and the elements’ own rules', async () => {
    const facts = async (contrast: string): Promise<{ colour: string; rules: number }> => {
      await openStory(page, storybook, rooms, `contrast:${contrast}`);
      return list().evaluate(async (element) => {
        await new Promise((resolve) => setTimeout(resolve));
        const sheets = element.shadowRoot?.adoptedStyleSheets ?? [];
        const rules = sheets.flatMap((sheet) => [...sheet.cssRules]);
        return {
          colour: getComputedStyle(element).getPropertyValue('--ffc-color-accent'),
          rules: rules.filter(
            (rule) => rule instanceof CSSMediaRule && rule.media.mediaText === 'all',
          ).length,
        };
      });
    };
    assert.deepEqual(await facts('normal'), { colour: '', rules: 0 });
    const forced = await facts('forced');
    assert.equal(forced.colour, 'Highlight');
    assert.ok(forced.rules > 0);
  });

  it('offers viewports from 240 px to 4K, in each of which a story fits', async () => {
    await openStory(page, storybook, rooms);
    const offered = await page.evaluate(() => {
      const preview = (globalThis as unknown as PreviewWindow).__STORYBOOK_PREVIEW__;
      return Object.keys(preview.currentRender.story.parameters.viewport.options);
    });
    assert.deepEqual(offered, Object.keys(viewports));
    const before = page.viewportSize();
    for (const { name, styles } of Object.values(viewports)) {
      const size = { width: parseInt(styles.width, 10), height: parseInt(styles.height, 10) };
      await page.setViewportSize(size);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= size.width, `${name}: the story is ${width} px wide`);
    }
    if (before) await page.setViewportSize(before);
  });

  it('offers backgrounds', async () => {
    await openStory(page, storybook, rooms, 'backgrounds.value:navy');
    await page.waitForFunction(
      () => getComputedStyle(document.body).backgroundColor === 'rgb(14, 26, 51)',
    );
  });

  it('has a choice of theme, contrast, language, direction and viewport', async () => {
    const manager = await page.context().newPage();
    await manager.goto(`${storybook.origin}/?path=/story/${rooms}`);
    for (const text of ['light', 'Normal contrast', 'English', 'Direction of the language']) {
      await manager.getByText(text).first().waitFor({ state: 'attached' });
    }
    // The frame's height also depends on the window.
    for (const value of ['column', 'phoneSideways'] as const) {
      await manager.goto(
        `${storybook.origin}/?path=/story/${rooms}&globals=viewport.value:${value}`,
      );
      await manager.waitForFunction(
        ({ width }) =>
          `${document.querySelector('#storybook-preview-iframe')?.clientWidth}px` === width,
        viewports[value].styles,
      );
    }
    await manager.close();
  });
});

describe('the panels of the storybook', () => {
  it('log every event of every element', async () => {
    await openStory(page, storybook, rooms);
    const logged = await page.evaluate((names) => {
      const channel = (globalThis as unknown as ManagerWindow).__STORYBOOK_ADDONS_CHANNEL__;
      const all: string[] = [];
      channel.on('storybook/actions/action-event', ({ data }) => all.push(data.name));
      for (const name of names) {
        document.body.dispatchEvent(new Event(name, { bubbles: true, composed: true }));
      }
      return all;
    }, eventNames);
    assert.deepEqual(new Set(logged), new Set(eventNames));
  });

  it('show an event with the element and its facts', async () => {
    const manager = await page.context().newPage();
    await manager.goto(`${storybook.origin}/?path=/story/${rooms}`);
    await manager.getByRole('tab', { name: 'Actions', exact: true }).click();
    const preview = manager.frameLocator('#storybook-preview-iframe');
    await preview.locator('ffc-room-list [name=pick]').first().click();
    await manager.getByText('ffc-room-select').first().waitFor({ state: 'attached' });
    await manager.close();
  });

  it('have a control for every attribute of every element', async () => {
    for (const [tag, element] of elements) {
      const argTypes = argTypesOf(tag);
      for (const { name } of writableAttributes(element)) {
        const control: unknown = argTypes[name]?.control;
        const isControl = typeof control === 'object' && control !== null && 'type' in control;
        assert.ok(isControl, `<${tag}> has no control for ${name}`);
      }
    }
    await openStory(page, storybook, 'ffc-room--connected');
    const shown = await page.evaluate(() => {
      const preview = (globalThis as unknown as PreviewWindow).__STORYBOOK_PREVIEW__;
      return Object.keys(preview.currentRender.story.argTypes);
    });
    const wanted = Object.keys(argTypesOf('ffc-room'));
    assert.deepEqual(new Set(wanted.filter((name) => !shown.includes(name))), new Set());
  });

  it('set attributes on the element that is there', async () => {
    await openStory(page, storybook, 'ffc-room--connected');
    await page.evaluate(() => {
      document.querySelector('ffc-room')?.setAttribute('data-first', '');
      const { __STORYBOOK_ADDONS_CHANNEL__: channel } = globalThis as unknown as ManagerWindow;
      channel.emit('updateStoryArgs', {
        storyId: 'ffc-room--connected',
        updatedArgs: { layout: 'focused', 'hide-self': true },
      });
    });
    await page.locator('ffc-room[data-first][layout=focused][hide-self]').waitFor();
    await storyEnds(page);
    assert.equal(await page.locator('ffc-room').getAttribute('state'), 'connected');
  });
});

interface ManagerWindow {
  readonly __STORYBOOK_ADDONS_CHANNEL__: {
    emit(type: string, payload: object): void;
    on(type: string, listener: (event: { data: { name: string } }) => void): void;
  };
}

interface PreviewWindow {
  readonly __STORYBOOK_PREVIEW__: {
    readonly currentRender: {
      readonly story: {
        readonly argTypes: object;
        readonly parameters: { readonly viewport: { readonly options: object } };
      };
    };
  };
}
