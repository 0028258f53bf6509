/** Something that a browser cannot do, and the tests that this keeps from running there. */
export interface BrowserLimit {
  /** As the guide about browsers says it (`docs/browser-support.md`). */
  readonly what: string;
  /** Full names of tests, or how several begin. */
  readonly tests: readonly string[];
}

/** All that is known to be different from Chromium, by the browser that tests run in. */
export const browserLimits = {
  firefox: [
    {
      what: 'No `block-size: stretch`: a room with margins, or between insets, is as high as what is around it.',
      tests: [],
    },
  ],
  webkit: [
    {
      what: 'No WebRTC in WebKitGTK: no call can be connected, which Safari can.',
      tests: [
        'the participants before a call are the same after the code of a call has come',
        'the code of a call that cannot be loaded fails the attempt',
        'the code of a call is not waited for by an attempt that was given up',
        'the code of a call has a limit of time, too',
        'connecting to what is not a media server',
        'the devices of a session are listed when one is opened',
      ],
    },
  ],
} as const satisfies Readonly<Record<string, readonly BrowserLimit[]>>;

/** Options of Mocha that leave out what a browser cannot do. */
export function withoutLimits(browser: keyof typeof browserLimits): object {
  const limits: readonly BrowserLimit[] = browserLimits[browser];
  const names = limits.flatMap(({ tests }) => tests);
  const escaped = names.map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return escaped.length > 0 ? { grep: `/^(?:${escaped.join('|')})/`, invert: true } : {};
}
