import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { playwrightArgs } from '../chromium-args.js';
import { findChromium } from '../find-chromium.js';

/** One picture of a story, and the name of its file. */
export interface Shot {
  readonly theme: 'light' | 'dark';
  readonly name: string;
  readonly png: Buffer;
  /** Takes the picture again, a moment later. On a busy machine content may load late. */
  readonly again: () => Promise<Buffer>;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Camera {
  readonly browser: Browser;
  /** The major version of Chromium. */
  readonly version: string;
  /** Takes a story in light, then in dark. Default: 800 by 500 pixels. */
  take(storyId: string, use: (shot: Shot) => Promise<void>, size?: Size): Promise<void>;
  close(): Promise<void>;
}

const themes = ['light', 'dark'] as const;
/** Wide enough for every layout of a call, and small enough to store hundreds of pictures. */
const usualSize: Size = { width: 800, height: 500 };
/** A Monday in the morning. */
const now = new Date('2026-03-02T09:30:00Z');
/** Milliseconds after which the moving pictures of `src/mock/picture.ts` repeat. */
const picturePeriod = 20_000 * Math.PI;
/** The most screenshots of a page until two are the same. */
const looks = 40;

/** Renders text and lines in the same way on all machines. */
const steady = [
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
  '--force-device-scale-factor=1',
  '--hide-scrollbars',
];

/** Starts a Chromium with a fixed time, time zone, language and random seed. */
export async function openCamera(origin: string): Promise<Camera> {
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: [...playwrightArgs, ...steady],
  });
  return {
    browser,
    version: browser.version().split('.')[0] ?? '',
    async take(id, use, size = usualSize) {
      // A new context, because a story may leave data in the browser.
      const context = await openContext(browser);
      try {
        await takeStory(context, { origin, id, size, use });
      } catch (error) {
        throw new Error(`No picture could be taken of the story ${id}.`, { cause: error });
      } finally {
        await context.close();
      }
    },
    close: () => browser.close(),
  };
}

async function openContext(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    timezoneId: 'UTC',
    locale: 'en-US',
  });
  context.setDefaultTimeout(60_000);
  await context.clock.setFixedTime(now);
  await context.addInitScript((period) => {
    let seed = 1;
    Math.random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
    // A few frames a second. They all show the same picture, because the times are whole periods.
    let frames = 0;
    globalThis.requestAnimationFrame = (draw) =>
      setTimeout(() => draw(++frames * period), 100) as unknown as number;
    globalThis.cancelAnimationFrame = (id) => clearTimeout(id);
  }, picturePeriod);
  return context;
}

interface Take {
  readonly origin: string;
  readonly id: string;
  readonly size: Size;
  readonly use: (shot: Shot) => Promise<void>;
}

async function takeStory(context: BrowserContext, { origin, id, size, use }: Take): Promise<void> {
  const page = await context.newPage();
  await page.setViewportSize(size);
  await page.goto(`${origin}/iframe.html?id=${id}&viewMode=story&globals=theme:light`);
  await page.addStyleTag({ url: `${origin}/fonts.css` });
  const end = await page.waitForFunction(() => {
    const preview = (globalThis as unknown as StorybookWindow).__STORYBOOK_PREVIEW__;
    const phase = preview?.currentRender?.phase ?? '';
    return ['completed', 'finished', 'errored'].includes(phase) ? phase : undefined;
  });
  if ((await end.jsonValue()) === 'errored') {
    throw new Error(`The story ${id} fails: npm run test:stories says why.`);
  }
  await page.waitForLoadState('networkidle');
  for (const theme of themes) {
    await page.evaluate((to) => {
      const { __STORYBOOK_ADDONS_CHANNEL__: channel } = globalThis as unknown as StorybookWindow;
      channel.emit('updateGlobals', { globals: { theme: to } });
    }, theme);
    await page.waitForFunction((to) => document.documentElement.style.colorScheme === to, theme);
    await use({
      theme,
      name: `${id}.${theme}.webp`,
      png: await lookUntilSteady(page, id),
      again: () => lookUntilSteady(page, id),
    });
  }
}

/** Waits for everything that loads late, such as fonts, videos and background code. */
async function lookUntilSteady(page: Page, id: string): Promise<Buffer> {
  let before: Buffer | undefined;
  let same = 0;
  for (let look = 0; look < looks; look++) {
    await page.evaluate(async () => {
      await document.fonts.ready;
      await new Promise((resolve) => setTimeout(resolve, 120));
    });
    const shot = await page.screenshot({ animations: 'disabled', caret: 'hide' });
    same = before?.equals(shot) ? same + 1 : 0;
    if (same === 2) return shot;
    before = shot;
  }
  throw new Error(`The story ${id} never stands still: name it in scripts/pictures/stories.ts.`);
}

interface StorybookWindow {
  readonly __STORYBOOK_ADDONS_CHANNEL__: { emit(type: string, payload: object): void };
  readonly __STORYBOOK_PREVIEW__?: { readonly currentRender?: { readonly phase?: string } };
}
