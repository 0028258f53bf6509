import { chromium, type Browser } from 'playwright-core';
import { playwrightArgs } from '../../scripts/chromium-args.js';
import { findChromium } from '../../scripts/find-chromium.js';

/**
 * The option of a browser context whose pages have a quarter of the pixels, with the same layout.
 * Without a graphics card, the processor draws them, which took a sixth of the time of
 * a test with calls.
 */
export const fewPixels = { deviceScaleFactor: 0.5 } as const;

/** Starts a browser with a fake camera and microphone, which it may use without asking. */
export async function launchChromium(
  args: (all: readonly string[]) => readonly string[] = (all) => all,
): Promise<Browser> {
  return chromium.launch({
    executablePath: await findChromium(),
    args: [...args(playwrightArgs)],
  });
}
