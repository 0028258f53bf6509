import { chromium, type Browser } from 'playwright-core';
import { playwrightArgs } from '../../scripts/chromium-args.js';
import { findChromium } from '../../scripts/find-chromium.js';

/** Starts a browser with a fake camera and microphone, which it may use without asking. */
export async function launchChromium(
  args: (all: readonly string[]) => readonly string[] = (all) => all,
): Promise<Browser> {
  return chromium.launch({
    executablePath: await findChromium(),
    args: [...args(playwrightArgs)],
  });
}
