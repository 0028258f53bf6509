import base from './web-test-runner.config.js';

// A dynamic import, because the base configuration must register the TypeScript loader first.
const { limitsPlugin } = await import('./scripts/browser-limits.ts');
const { findWebKit, WebKitLauncher } = await import('./scripts/webkit-launcher.ts');

/** The unit and element tests in WebKitGTK, without those that it cannot run. */
export default {
  ...base,
  plugins: [...base.plugins, limitsPlugin('webkit', 'limits')],
  browsers: [new WebKitLauncher(await findWebKit())],
  testsFinishTimeout: 240_000,
};
