import base from './web-test-runner.config.js';

// Only the base makes TypeScript readable.
const { withoutLimits } = await import('./scripts/browser-limits.ts');
const { WebKitLauncher } = await import('./scripts/webkit-launcher.ts');

/** The unit and element tests in WebKitGTK, as far as they go there. */
export default {
  ...base,
  browsers: [new WebKitLauncher()],
  testFramework: {
    config: { ...base.testFramework.config, timeout: 20_000, ...withoutLimits('webkit') },
  },
  testsFinishTimeout: 240_000,
};
