/**
 * Tests the components of `ffc-elements/react` in both versions of React: rendering on a server,
 * hydration, another render, and removal.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { launchChromium } from '../support/chromium.js';
import { installPackage, root } from './support/package.js';

const address = 'https://app.test/';
let browser: Browser;

before(async () => {
  installPackage();
  browser = await launchChromium();
});
after(() => browser?.close());

for (const app of ['react-18', 'react-19']) {
  describe(`the components in ${app}`, () => {
    let script: string;
    let html: string;

    before(async () => {
      const folder = copyPage(app);
      html = renderOnServer(folder);
      script = await bundle(join(folder, 'react-browser.js'));
    });

    it('render their attributes on a server', () => {
      assert.match(html, /<ffc-room [^>]*room-id="1"/);
      assert.match(html, /<ffc-room [^>]*class="call"/);
      assert.match(html, /<ffc-room [^>]*auto-join=""/);
      assert.match(html, /<ffc-room [^>]*controls="microphone leave"/);
      assert.doesNotMatch(html, /services|hide-self|on-?ffc|roomId|false/i);
    });

    for (const [how, content] of [
      ['hydrated', () => html],
      ['rendered', () => ''],
    ] as const) {
      it(`set properties, hear events and give the element, ${how}`, async () => {
        const { page, complaints } = await open(script, content());
        await page.waitForFunction(() => window.room.current?.state === 'connected');
        assert.deepEqual(await page.evaluate(() => window.log), [
          '1: loading',
          '1: connecting',
          '1: connected',
        ]);
        assert.equal(await page.locator('#room').getAttribute('class'), 'call');
        await page.evaluate(() => window.room.current?.openPanel('participants'));
        await page.waitForFunction(() => window.log.includes('participants'));
        assert.deepEqual(complaints, []);

        await page.getByText('Again').click();
        await page.waitForFunction(() => window.room.current?.controls === 'leave');
        assert.equal(await page.evaluate(() => window.room.current?.state), 'connected');
        await page.evaluate(async () => {
          await window.room.current?.closePanel();
          await window.room.current?.leave();
        });
        assert.deepEqual((await page.evaluate(() => window.log)).slice(4), ['2: left']);
        await page.evaluate(() => window.unmount());
        assert.equal(await page.evaluate(() => window.room.current), null);
        assert.deepEqual(complaints, []);
        await page.close();
      });
    }
  });
}

interface Told {
  readonly log: string[];
  readonly room: { readonly current: HTMLElementTagNameMap['ffc-room'] | null };
  readonly unmount: () => void;
}
declare global {
  interface Window extends Told {}
}

/** Copies the page to a folder where imports find the app's React and that git ignores. */
function copyPage(app: string): string {
  const folder = join(root, 'apps', app, 'node_modules/.page');
  mkdirSync(folder, { recursive: true });
  for (const file of ['react-page.js', 'react-browser.js']) {
    copyFileSync(join(root, 'support', file), join(folder, file));
  }
  return folder;
}

function renderOnServer(folder: string): string {
  const code = `
    import { createElement } from 'react';
    import { renderToString } from 'react-dom/server';
    import { Rooms } from './react-page.js';
    console.log(renderToString(createElement(Rooms, { services: {}, log: [] })));`;
  return execFileSync(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();
}

async function bundle(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    // Only the development build of React warns about hydration.
    define: { 'process.env.NODE_ENV': '"development"' },
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry: resolve(entry), formats: ['es'] },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) =>
    'output' in one ? one.output : [],
  );
  const chunk = outputs.find((output) => output.type === 'chunk');
  if (!chunk) throw new Error('Nothing was built.');
  return chunk.code;
}

async function open(
  script: string,
  content: string,
): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage();
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  await page.route(`${address}**`, (route) =>
    route.request().url().endsWith('.js')
      ? route.fulfill({ contentType: 'text/javascript', body: script })
      : route.fulfill({
          contentType: 'text/html',
          body: `<!doctype html><link rel="icon" href="data:," /><main>${content}</main><script type="module" src="app.js"></script>`,
        }),
  );
  await page.goto(address);
  return { page, complaints };
}
