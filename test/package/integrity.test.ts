/** Tests the hashes of `cdn/` in a page that does not trust the host of the bundles. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.js';

const address = 'https://app.test/';
const { integrity } = JSON.parse(readFileSync('cdn/import-map.json', 'utf8')) as {
  readonly integrity: Readonly<Record<string, string>>;
};
/** The paths are turned into those of the server, as README says. */
const map = JSON.stringify({
  integrity: Object.fromEntries(
    Object.entries(integrity).map(([path, hash]) => [path.replace('./', '/files/'), hash]),
  ),
});
const html = `<!doctype html><link rel="icon" href="data:," />
  <script type="importmap">${map}</script>
  <script type="module" src="/files/ffc-elements.js" integrity="${integrity['./ffc-elements.js']}"></script>
  <ffc-room></ffc-room>`;

describe('the import map of the bundles', () => {
  let browser: Browser;

  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  it('lets a page load them and the code that they load later', async () => {
    const { page, complaints } = await open(browser, (text) => text);
    await page.evaluate(async () => {
      await Promise.all(
        ['ffc-room', 'ffc-room-list', 'ffc-prejoin', 'ffc-stage'].map((tag) =>
          customElements.whenDefined(tag),
        ),
      );
    });
    assert.deepEqual(complaints, []);
    await page.close();
  });

  it('keeps a page from running a chunk that somebody changed', async () => {
    const { page, complaints } = await open(browser, (text, path) =>
      path.includes('/chunks/') ? `window.isChanged = true;\n${text}` : text,
    );
    const isRefused = (): boolean => complaints.some((text) => /integrity/i.test(text));
    while (!isRefused()) await page.waitForEvent('console');
    assert.equal(await page.evaluate(() => 'isChanged' in window), false);
    await page.close();
  });
});

async function open(
  browser: Browser,
  change: (text: string, path: string) => string,
): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.route(`${address}**`, (route) => {
    const { pathname } = new URL(route.request().url());
    if (!pathname.startsWith('/files/')) {
      return route.fulfill({ contentType: 'text/html', body: html });
    }
    const text = readFileSync(pathname.replace('/files/', 'cdn/'), 'utf8');
    return route.fulfill({ contentType: 'text/javascript', body: change(text, pathname) });
  });
  await page.goto(address);
  return { page, complaints };
}
