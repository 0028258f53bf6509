import { chromeLauncher } from '@web/test-runner-chrome';
import base from './web-test-runner.config.js';

// Only the base makes TypeScript readable.
const { limitsPlugin } = await import('./scripts/browser-limits.ts');
const { findFirefox, firefoxPreferences } = await import('./scripts/find-firefox.ts');

/** The unit and element tests in Firefox, which the runner drives by WebDriver BiDi. */
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
      // A tab behind another one is hidden: no frames.
      createPage: ({ context }) => context.newPage({ type: 'window' }),
    }),
  ],
  // Only one window has the focus at a time, which many tests ask for.
  concurrency: 1,
  testsFinishTimeout: 240_000,
};
