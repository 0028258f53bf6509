import base from './web-test-runner.config.js';

// A dynamic import, because the base configuration must register the TypeScript loader first.
const { limitsPlugin } = await import('./scripts/browser-limits.ts');
const { testPages } = await import('./scripts/test-pages.ts');
const { findWebKit, WebKitLauncher } = await import('./scripts/webkit-launcher.ts');

/**
 * The unit tests in WebKitGTK, and those element tests of which much depends on the browser: layout
 * and inherited styles, and the whole list. `npm run test:webkit:elements` runs all element tests.
 */
export default {
  ...base,
  files: [
    `${testPages}/unit/*.test.ts`,
    'test/elements/{direction,given-sizes,heading-level,inherited-text,layouts,sizes}.test.ts',
    'test/elements/room-list*.test.ts',
  ],
  plugins: [...base.plugins, limitsPlugin('webkit', 'limits')],
  browsers: [new WebKitLauncher(await findWebKit())],
  testsFinishTimeout: 240_000,
  // Fifty comings and goings of a room take more than 20 seconds.
  testFramework: { config: { timeout: 60_000 } },
};
