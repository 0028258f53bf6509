import base from './web-test-runner.config.js';

// A dynamic import, because the base configuration must register the TypeScript loader first.
const { livekitPlugin } = await import('./test/live/support/livekit-plugin.ts');

/** Tests of the LiveKit adapter in Chromium with the LiveKit server in FFC_LIVEKIT_*. */
export default {
  ...base,
  files: ['test/live/**/*.test.ts'],
  plugins: [...base.plugins, livekitPlugin(process.env)],
  // One call at a time, because two cores are not enough for more.
  concurrency: 1,
  // LiveKit tries for a minute to reconnect to a server that has died.
  testsFinishTimeout: 240_000,
  testFramework: { config: { timeout: 30_000 } },
};
