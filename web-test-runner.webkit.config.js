import base from './web-test-runner.config.js';

// Only the base makes TypeScript readable.
const { limitsPlugin } = await import('./scripts/browser-limits.ts');
const { WebKitLauncher } = await import('./scripts/webkit-launcher.ts');

/** The unit and element tests in WebKitGTK, as far as they go there. */
export default {
  ...base,
  plugins: [...base.plugins, limitsPlugin('webkit', 'limits')],
  browsers: [new WebKitLauncher()],
  testsFinishTimeout: 240_000,
};
