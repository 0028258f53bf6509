/** A feature that a browser lacks, and the tests that need it. */
export interface BrowserLimit {
  /** The sentence about it in the guide (`docs/browser-support.md`). */
  readonly what: string;
  /** By file: the full names of tests, or their common beginning. */
  readonly tests: Readonly<Record<string, readonly string[]>>;
}

/** Tests that emulate a preference, which only Chromium's protocol can do. */
const withReducedMotion = {
  'test/elements/call-theme.test.ts': [
    '<ffc-room> call-theme changes everything at once for those who want less motion',
  ],
  'test/elements/control-bar-level.test.ts': [
    'the microphone’s button in a call says that one is heard without movement where motion is reduced',
  ],
  'test/elements/stage-glide.test.ts': [
    'a tile of the stage is at its place at once for those who want less motion',
  ],
} as const;

/** The known differences from Chromium, by browser. */
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
          'the code of a call that cannot be loaded fails the attempt',
          'the code of a call is not waited for by an attempt that was given up',
          'the code of a call has a limit of time, too',
        ],
        'test/unit/rtc/connect-limit.test.ts': ['connecting to what is not a media server'],
      },
    },
    {
      what: 'The fake devices of WebKitGTK open only at times: the list of devices is tested elsewhere.',
      tests: {
        'test/unit/rtc/session-devices.test.ts': [
          'the devices of a session are listed when one is opened',
        ],
        'test/elements/prejoin-extras.test.ts': [
          'the help of a prejoin says how to allow a blocked device, and tries it again',
        ],
      },
    },
    {
      what: 'WebKitGTK 2.50 is older than the `command` of buttons, which Safari has from 26.2 on.',
      tests: {
        'test/elements/page-commands.test.ts': [
          'a button with the native `command` switches the microphone of the room',
        ],
      },
    },
    {
      what: 'With a CSS `zoom` inside a page, WebKit measures in zoomed pixels: a menu may be outside of the window.',
      tests: {
        'test/elements/zoom.test.ts': [
          'zoom of the page leaves a dialog of the list inside the window, html { zoom: 0.6 }',
          'zoom of the page leaves the device menu inside the window and beside its button, body { zoom: 1.5 }',
          'zoom of the page leaves the device menu inside the window and beside its button, ffc-room, ffc-room-list { zoom: 1.5 }',
          'zoom of the page leaves the device menu inside the window and beside its button, html { zoom: 1.3 } body { zoom: 1.3 }',
        ],
      },
    },
    {
      what: 'The WebDriver of WebKitGTK holds no key down: no test can press Shift and Tab there.',
      tests: {
        'test/elements/room-list-keys.test.ts': [
          'the rooms of a list, by keyboard are left by one press of the Tab key',
        ],
      },
    },
    {
      what: 'WebKitGTK on a machine without sound plays no media streams. Safari does.',
      tests: {
        'test/unit/rtc/sound-care.test.ts': ['the sound of a call that the system pauses'],
        'test/elements/participant-tile.test.ts': [
          '<ffc-participant-tile> video plays the camera',
          '<ffc-participant-tile> video gives way to the avatar when the camera goes off',
          '<ffc-participant-tile> video does not play a track that is not subscribed',
          '<ffc-participant-tile> video goes on when the tile is moved within the page',
          '<ffc-participant-tile> video plays the new track when the camera is published again',
          '<ffc-participant-tile> the room may be elsewhere on the page',
        ],
        'test/elements/prejoin-extras.test.ts': [
          'the test of the speaker names the speaker that plays the sound',
          'the test of the speaker says that a speaker plays nothing',
        ],
        'test/elements/video-fit.test.ts': [
          'the picture in a tile is shown with',
          'the picture in a tile follows',
          'the picture in the preview is shown whole when it is upright',
        ],
      },
    },
  ],
} as const satisfies Readonly<Record<string, readonly BrowserLimit[]>>;

export type LimitedBrowser = keyof typeof browserLimits;

/** The files with tests that a browser cannot run. */
export function limitedFiles(browser: LimitedBrowser): readonly string[] {
  const limits: readonly BrowserLimit[] = browserLimits[browser];
  return limits.flatMap(({ tests }) => Object.keys(tests));
}

/** The tests that a browser cannot run: full names, or their common beginning. */
export function limitedNames(browser: LimitedBrowser): readonly string[] {
  const limits: readonly BrowserLimit[] = browserLimits[browser];
  return limits.flatMap(({ tests }) => Object.values(tests).flat());
}

/** The used members of a test runner's plugin. */
interface LimitsPlugin {
  readonly name: string;
  transform(context: { readonly path: string; readonly body: unknown }): string | undefined;
}

/**
 * Skips the tests that a browser cannot run, or all others. Mocha's `grep` is no alternative: the
 * test runner reports a test that did not run as failed.
 */
export function limitsPlugin(browser: LimitedBrowser, skip: 'limits' | 'others'): LimitsPlugin {
  const names = JSON.stringify(limitedNames(browser));
  const isSkipped = `${names}.some((name) => this.currentTest.fullTitle().startsWith(name))`;
  const hook = `beforeEach(function () { if (${isSkipped} === ${skip === 'limits'}) this.skip(); });`;
  return {
    name: 'limits-of-the-browser',
    transform({ path, body }) {
      // On the first line, so that the line numbers of the file stay correct.
      return path.endsWith('.test.ts') ? `${hook} ${String(body)}` : undefined;
    },
  };
}
