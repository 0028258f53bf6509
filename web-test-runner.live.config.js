import base from './web-test-runner.config.js';

// Only the base makes TypeScript readable.
const { livekitPlugin } = await import('./test/live/support/livekit-plugin.ts');

/** Tests of the LiveKit adapter in a real browser against the server that FFC_LIVEKIT_* name. */
export default {
  ...base,
  files: ['test/live/**/*.test.ts'],
  plugins: [...base.plugins, livekitPlugin(process.env)],
  // One call at a time: two cores are not enough for more.
  concurrency: 1,
  // A server that dies is given up by LiveKit after a minute of trying.
  testsFinishTimeout: 240_000,
  testFramework: { config: { timeout: 30_000 } },
};
