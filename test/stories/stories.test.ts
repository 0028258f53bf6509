import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { serve, type ServerType } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { Browser, BrowserContext } from 'playwright-core';
import { launchChromium } from '../support/chromium.js';

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly type: string;
  readonly tags: readonly string[];
}

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const index = JSON.parse(readFileSync('storybook-static/index.json', 'utf8')) as {
  readonly entries: Readonly<Record<string, Entry>>;
};
const stories = Object.values(index.entries).filter(
  ({ type, tags }) => type === 'story' && tags.includes('test'),
);

let server: ServerType;
let origin: string;
let browser: Browser;
let context: BrowserContext;

before(async () => {
  // Browsers ask for it once, whatever the page says.
  const app = new Hono().get('/favicon.ico', (c) => c.body(null, 204));
  app.use(serveStatic({ root: 'storybook-static' }));
  origin = await new Promise((resolve) => {
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve(`http://127.0.0.1:${port}`),
    );
  });
  browser = await launchChromium();
  // One context for all: what they share is loaded once.
  context = await browser.newContext({ reducedMotion: 'reduce' });
});

after(async () => {
  await browser.close();
  server.close();
});

for (const title of new Set(stories.map((story) => story.title))) {
  describe(`the stories of <${title}>`, () => {
    for (const story of stories.filter((one) => one.title === title)) {
      for (const theme of ['light', 'dark']) {
        it(`show “${story.name}” in ${theme} without errors, accessibly`, () =>
          visit(story.id, theme));
      }
    }
  });
}

async function visit(id: string, theme: string): Promise<void> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    complaints.push(`${message.text()} (${message.location().url})`);
  });
  await page.goto(`${origin}/iframe.html?id=${id}&viewMode=story&globals=theme:${theme}`);
  const phase = await page.waitForFunction(() => {
    const preview = (globalThis as unknown as StorybookWindow).__STORYBOOK_PREVIEW__;
    const now = preview?.currentRender?.phase ?? '';
    return ['completed', 'finished', 'errored', 'aborted'].includes(now) ? now : undefined;
  });
  assert.match(String(await phase.jsonValue()), /completed|finished/);
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as AxeWindow;
    const { violations } = await axe.run('#storybook-root', {
      // A story is a piece of a page: landmarks and headings are the page's affair.
      rules: { region: { enabled: false } },
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' | ')}`);
  });
  assert.deepEqual(violations, []);
  assert.deepEqual(complaints, []);
  await page.close();
}

interface StorybookWindow {
  readonly __STORYBOOK_PREVIEW__?: { readonly currentRender?: { readonly phase?: string } };
}

interface AxeWindow {
  readonly axe: {
    run(
      context: string,
      options: object,
    ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
  };
}
