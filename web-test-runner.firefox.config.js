import { chromeLauncher } from '@web/test-runner-chrome';
import base from './web-test-runner.config.js';

// A dynamic import, because the base configuration must register the TypeScript loader first.
const { limitsPlugin } = await import('./scripts/browser-limits.ts');
const { findFirefox, firefoxPreferences } = await import('./scripts/find-firefox.ts');

/** The unit and element tests in Firefox, with WebDriver BiDi. */
export default {
  ...base,
  plugins: [...base.plugins, limitsPlugin('firefox', 'limits')],
  browsers: [
    chromeLauncher({
      launchOptions: {
        browser: 'firefox',
        executablePath: await findFirefox(),
        extraPrefsFirefox: firefoxPreferences,
      },
      // A new window, because a background tab gets no frames.
      createPage: ({ context }) => context.newPage({ type: 'window' }),
    }),
  ],
  // Many tests need the focus, which only one window has at a time.
  concurrency: 1,
  testsFinishTimeout: 240_000,
};
