/**
 * Measures the long tasks of a call that gets bad input beside those of ordinary input, in one run:
 *
 *     npm run bench:bad-input
 *
 * Bad input is messages of 100 kB, 500 raised hands, transcriptions of markup, and metadata that
 * change 50 times a second. It prints how many tasks took more than 50 ms, and the longest. It is no
 * test: what it prints depends on the machine; `test/elements/bad-input.test.ts` holds the bounds.
 */
import { launchChromium } from '../test/support/chromium.js';
import type { Case } from './pages/bad-input.js';
import { servePages } from './serve-pages.js';

const cases: readonly Case[] = ['message', 'hands', 'transcription', 'metadata'];

const pages = await servePages(['bad-input'] as const);
const browser = await launchChromium();
try {
  for (const name of cases) {
    for (const isBad of [false, true]) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
      await page.goto(pages.url('bad-input'));
      await page.waitForFunction(() => 'badInput' in window);
      const { count, longest } = await page.evaluate(
        ([name, isBad]) => window.badInput(name, isBad),
        [name, isBad] as const,
      );
      await page.close();
      console.log(
        `${name.padEnd(14)} ${isBad ? 'bad     ' : 'ordinary'} ${count} tasks over 50 ms, ` +
          `the longest ${longest.toFixed(0)} ms`,
      );
    }
  }
} finally {
  await browser.close();
  pages.close();
}
