/** Something that a browser cannot do, and the tests that this keeps from running there. */
export interface BrowserLimit {
  /** As the guide about browsers says it (`docs/browser-support.md`). */
  readonly what: string;
  /** By file: full names of tests, or how several begin. */
  readonly tests: Readonly<Record<string, readonly string[]>>;
}

/** These need the emulation of a preference, which only the protocol of Chromium has. */
const withReducedMotion = {
  'test/elements/control-bar-level.test.ts': [
    'the microphone’s button in a call says that one is heard without movement where motion is reduced',
  ],
  'test/elements/stage-glide.test.ts': [
    'a tile of the stage is at its place at once for those who want less motion',
  ],
} as const;

/** All that is known to be different from Chromium, by the browser that tests run in. */
export const browserLimits = {
  firefox: [
    {
      what: 'No `block-size: stretch`: a room with margins, or between insets, is as high as its container.',
      tests: {},
    },
    {
      what: 'Reduced motion cannot be emulated in a running Firefox: those tests run only in Chromium.',
      tests: withReducedMotion,
    },
  ],
  webkit: [
    {
      what: 'Reduced motion cannot be emulated in a running WebKitGTK: those tests run only in Chromium.',
      tests: withReducedMotion,
    },
    {
      what: 'WebKitGTK has no WebRTC, so that no call can connect. Safari has it.',
      tests: {
        'test/unit/rtc/before-call.test.ts': [
          'the participants before a call are the same after the code of a call has come',
          'the code of a call that cannot be loaded fails the attempt',
          'the code of a call is not waited for by an attempt that was given up',
          'the code of a call has a limit of time, too',
        ],
        'test/unit/rtc/connect-limit.test.ts': ['connecting to what is not a media server'],
        'test/unit/rtc/session-devices.test.ts': [
          'the devices of a session are listed when one is opened',
        ],
      },
    },
  ],
} as const satisfies Readonly<Record<string, readonly BrowserLimit[]>>;

export type LimitedBrowser = keyof typeof browserLimits;

/** The files that have tests which cannot run in a browser. */
export function limitedFiles(browser: LimitedBrowser): readonly string[] {
  const limits: readonly BrowserLimit[] = browserLimits[browser];
  return limits.flatMap(({ tests }) => Object.keys(tests));
}

/** The tests that cannot run in a browser: full names, or how several begin. */
export function limitedNames(browser: LimitedBrowser): readonly string[] {
  const limits: readonly BrowserLimit[] = browserLimits[browser];
  return limits.flatMap(({ tests }) => Object.values(tests).flat());
}

/** What a plugin of the test runner is, as far as it is one here. */
interface LimitsPlugin {
  readonly name: string;
  transform(context: { readonly path: string; readonly body: unknown }): string | undefined;
}

/**
 * Skips what a browser cannot do, or all else. Mocha's own `grep` would not do: the test runner
 * takes a test that did not run for one that failed.
 */
export function limitsPlugin(browser: LimitedBrowser, skip: 'limits' | 'others'): LimitsPlugin {
  const names = JSON.stringify(limitedNames(browser));
  const isSkipped = `${names}.some((name) => this.currentTest.fullTitle().startsWith(name))`;
  const hook = `beforeEach(function () { if (${isSkipped} === ${skip === 'limits'}) this.skip(); });`;
  return {
    name: 'limits-of-the-browser',
    transform({ path, body }) {
      // In the first line, so that the others stay where they are.
      return path.endsWith('.test.ts') ? `${hook} ${String(body)}` : undefined;
    },
  };
}
