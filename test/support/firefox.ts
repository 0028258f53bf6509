import { launch, type Browser } from 'puppeteer-core';
import { findFirefox, firefoxPreferences } from '../../scripts/find-firefox.js';

/** Starts a Firefox with a fake camera and microphone, which it may use without asking. */
export async function launchFirefox(): Promise<Browser> {
  return launch({
    browser: 'firefox',
    executablePath: await findFirefox(),
    headless: true,
    extraPrefsFirefox: firefoxPreferences,
    // On a busy machine, Firefox takes long to start.
    timeout: 120_000,
    protocolTimeout: 120_000,
  });
}
