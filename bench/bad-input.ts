/**
 * Measures the long tasks of a call with bad input and with ordinary input, in one run:
 *
 *     npm run bench:bad-input
 *
 * Bad input is messages of 100 kB, 500 raised hands, transcriptions of markup, and metadata that
 * change 50 times a second. The benchmark prints the number of tasks with more than 50 ms of
 * processor time, and the longest task by processor time and by the clock. On a busy machine the
 * clock also counts other processes.
 *
 * It is not a test, because the results depend on the machine. `test/elements/bad-input.test.ts`
 * has the limits.
 */
import { launchChromium } from '../test/support/chromium.js';
import type { Case } from './pages/bad-input.js';
import { servePages } from './serve-pages.js';
import { taskTimes } from './task-times.js';

const cases: readonly Case[] = ['message', 'hands', 'transcription', 'metadata'];

const pages = await servePages(['bad-input'] as const);
const browser = await launchChromium();
try {
  for (const name of cases) {
    for (const isBad of [false, true]) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
      await page.goto(pages.url('bad-input'));
      await page.waitForFunction(() => 'badInput' in window);
      await page.evaluate((name) => window.badInput.prepare(name), name);
      const { long, longest, longestByClock } = await taskTimes(browser, page, () =>
        page.evaluate((isBad) => window.badInput.send(isBad), isBad),
      );
      await page.close();
      console.log(
        `${name.padEnd(14)} ${isBad ? 'bad     ' : 'ordinary'} ${long} tasks over 50 ms, ` +
          `the longest ${longest.toFixed(0)} ms (${longestByClock.toFixed(0)} ms by the clock)`,
      );
    }
  }
} finally {
  await browser.close();
  pages.close();
}
