import base from './web-test-runner.config.js';

// A dynamic import, because the base configuration must register the TypeScript loader first.
const { limitsPlugin } = await import('./scripts/browser-limits.ts');
const { findFirefox } = await import('./scripts/find-firefox.ts');
const { FirefoxLauncher } = await import('./scripts/firefox-launcher.ts');

/** The unit and element tests in Firefox. */
export default {
  ...base,
  plugins: [...base.plugins, limitsPlugin('firefox', 'limits')],
  browsers: [new FirefoxLauncher(await findFirefox())],
  testsFinishTimeout: 240_000,
};
