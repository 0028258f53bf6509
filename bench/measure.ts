import type { Browser, Page } from 'playwright-core';
import type { Call, Start } from './pages/page.js';
import type { ContenderName, Pages } from './serve-pages.js';

/** What one run of one contender took. */
export interface Run extends Start {
  /** Of the main thread while the call runs, in ms for each second. */
  readonly mainThread: number;
  /** The scripts that the call loaded. */
  readonly scripts: readonly string[];
}

export interface MeasureOptions {
  /** How many others publish a camera. */
  readonly others: number;
  /** How long the running call is watched, in milliseconds; 0 for not at all. */
  readonly watchFor: number;
  /** What to load before the call starts, as an earlier run found it. */
  readonly scripts: readonly string[];
}

/** Opens a page in a browser profile of its own, joins the call, and watches it for a while. */
export async function measure(
  browser: Browser,
  pages: Pages,
  contender: ContenderName,
  call: Call,
  { others, watchFor, scripts }: MeasureOptions,
): Promise<Run> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  try {
    const page = await context.newPage();
    await page.goto(pages.url(contender));
    await page.waitForFunction(() => 'bench' in window);
    await page.evaluate((scripts) => window.bench.load(scripts), scripts);
    await page.evaluate((call) => window.bench.prepare(call), call);
    const start = await page.evaluate((call) => window.bench.start(call), call);
    await page.waitForFunction((count) => window.bench.shown() >= count, others);
    const mainThread = watchFor > 0 ? await watchMainThread(page, watchFor) : Number.NaN;
    return { ...start, mainThread, scripts: await page.evaluate(() => window.bench.scripts()) };
  } finally {
    await context.close();
  }
}

/** Script, style and layout: what keeps a page from answering a person. */
async function watchMainThread(page: Page, watchFor: number): Promise<number> {
  const client = await page.context().newCDPSession(page);
  // Ticks of the thread itself: what other processes do meanwhile does not count.
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async (): Promise<number> => {
    const { metrics } = await client.send('Performance.getMetrics');
    const seconds = metrics
      .filter(({ name }) => /^(Script|Layout|RecalcStyle)Duration$/.test(name))
      .reduce((sum, { value }) => sum + value, 0);
    return seconds * 1000;
  };
  const before = await busy();
  await page.waitForTimeout(watchFor);
  return ((await busy()) - before) / (watchFor / 1000);
}
