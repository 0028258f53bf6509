import { readFileSync } from 'node:fs';
import { serve, type ServerType } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { Browser, Page } from 'playwright-core';
import { fewPixels } from '../support/chromium.js';

/** An entry of the built storybook. */
export interface Entry {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly type: 'story' | 'docs';
  readonly tags: readonly string[];
}

/** All stories and docs pages of the built storybook. */
export function readEntries(): readonly Entry[] {
  const index = JSON.parse(readFileSync('storybook-static/index.json', 'utf8')) as {
    readonly entries: Readonly<Record<string, Entry>>;
  };
  return Object.values(index.entries);
}

export interface BuiltStorybook {
  readonly origin: string;
  close(): void;
}

/** Serves `storybook-static/`. */
export async function serveStorybook(): Promise<BuiltStorybook> {
  // Browsers request this icon once, even if no page names it.
  const app = new Hono().get('/favicon.ico', (c) => c.body(null, 204));
  // The names of these files change with their content.
  app.use('/assets/*', async (c, next) => {
    await next();
    c.header('cache-control', 'max-age=31536000, immutable');
  });
  app.use(serveStatic({ root: 'storybook-static' }));
  return new Promise((resolve) => {
    const server: ServerType = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (at) =>
      resolve({
        origin: `http://127.0.0.1:${at.port}`,
        close: () => void server.close(),
      }),
    );
  });
}

/** Opens a story by itself. Resolves with its phase when its play function has ended. */
export async function openStory(
  page: Page,
  { origin }: BuiltStorybook,
  id: string,
  globals = '',
  more = '',
): Promise<string> {
  await page.goto(`${origin}/iframe.html?id=${id}&viewMode=story&globals=${globals}${more}`);
  return storyEnds(page);
}

/** Resolves with the phase of the current story, or of the one with this id, when it has ended. */
export async function storyEnds(page: Page, storyId?: string): Promise<string> {
  const phase = await page.waitForFunction((wanted) => {
    const preview = (globalThis as unknown as StorybookWindow).__STORYBOOK_PREVIEW__;
    const { phase: now = '', id } = preview?.currentRender ?? {};
    if (wanted !== undefined && id !== wanted) return undefined;
    return ['completed', 'finished', 'errored', 'aborted'].includes(now) ? now : undefined;
  }, storyId);
  return String(await phase.jsonValue());
}

/** Switches the toolbar to a theme, and resolves when the story has followed. */
export async function setTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.evaluate((to) => {
    const { __STORYBOOK_ADDONS_CHANNEL__: channel } = globalThis as unknown as StorybookWindow;
    channel.emit('updateGlobals', { globals: { theme: to } });
  }, theme);
  await page.waitForFunction((to) => document.documentElement.style.colorScheme === to, theme);
  await storyEnds(page);
}

/** A page that shows one story after another without loading the storybook anew. */
export class StoryPage {
  readonly page: Page;
  readonly #storybook: BuiltStorybook;
  readonly #complaints: string[];
  #isLoaded = false;

  private constructor(page: Page, storybook: BuiltStorybook) {
    this.page = page;
    this.#storybook = storybook;
    this.#complaints = complaintsOf(page);
  }

  static async open(browser: Browser, storybook: BuiltStorybook): Promise<StoryPage> {
    // A page behind another one of its context might be hidden, so it gets its own context.
    const context = await browser.newContext({ ...fewPixels, reducedMotion: 'reduce' });
    return new StoryPage(await context.newPage(), storybook);
  }

  /**
   * Shows a story. Resolves with its phase when its play function has ended. `theme` applies to the
   * first story only: for later ones, it has to be the theme that the page already has.
   */
  async show(id: string, theme: 'light' | 'dark'): Promise<string> {
    if (!this.#isLoaded) {
      this.#isLoaded = true;
      return openStory(this.page, this.#storybook, id, `theme:${theme}`);
    }
    await this.page.evaluate((storyId) => {
      const { __STORYBOOK_ADDONS_CHANNEL__: channel } = globalThis as unknown as StorybookWindow;
      channel.emit('setCurrentStory', { storyId, viewMode: 'story' });
    }, id);
    return storyEnds(this.page, id);
  }

  /** Returns the complaints since the last call. */
  takeComplaints(): readonly string[] {
    return this.#complaints.splice(0);
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

/** Collects the uncaught errors and the console errors of a page. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // A machine without a sound card emulates one in software, which may be too slow.
    if (message.type() !== 'error' || /error from the audio device/.test(message.text())) return;
    complaints.push(`${message.text()} (${message.location().url})`);
  });
  return complaints;
}

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** Returns the violations that axe finds within the selector. */
export async function violationsIn(page: Page, selector: string): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  return page.evaluate(async (where) => {
    const { axe } = globalThis as unknown as AxeWindow;
    const { violations } = await axe.run(where, {
      // What passes is of no interest here, and takes a long time to describe.
      resultTypes: ['violations'],
      // A story is only a part of a page. Landmarks are up to the page.
      rules: { region: { enabled: false } },
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' | ')}`);
  }, selector);
}

interface StorybookWindow {
  readonly __STORYBOOK_ADDONS_CHANNEL__: { emit(type: string, payload: object): void };
  readonly __STORYBOOK_PREVIEW__?: {
    readonly currentRender?: { readonly id?: string; readonly phase?: string };
  };
}

interface AxeWindow {
  readonly axe: {
    run(
      context: string,
      options: object,
    ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
  };
}
