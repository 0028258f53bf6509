import type { Browser, Page } from 'playwright-core';
import type { Call, Start } from './pages/page.js';
import type { ContenderName, Pages } from './serve-pages.js';

/** The results of one run of one contender. */
export interface Run extends Start {
  /** The work of the main thread during the call, in ms per second. */
  readonly mainThread: number;
  /** The scripts that the call loaded. */
  readonly scripts: readonly string[];
}

export interface MeasureOptions {
  /** The number of others, who each publish a camera. */
  readonly others: number;
  /** How long the running call is watched, in milliseconds; 0 for not at all. */
  readonly watchFor: number;
  /** The scripts to load before the call starts, as listed by an earlier run. */
  readonly scripts: readonly string[];
}

/** Opens a page in a new browser profile, joins the call and measures it. */
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
    let mainThread = Number.NaN;
    if (watchFor > 0) {
      await page.waitForFunction((count) => window.bench.shown() >= count, others);
      mainThread = await watchMainThread(page, watchFor);
    }
    return { ...start, mainThread, scripts: await page.evaluate(() => window.bench.scripts()) };
  } finally {
    await context.close();
  }
}

/** Measures the time of script, style and layout, during which a page does not react to input. */
async function watchMainThread(page: Page, watchFor: number): Promise<number> {
  const client = await page.context().newCDPSession(page);
  // Thread ticks do not include the time of other processes.
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
