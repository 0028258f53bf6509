import type { Browser } from 'playwright-core';
import type { Sandbox } from '../sandbox/start.js';
import { AppBackend } from '../test/e2e/app-backend.js';
import { Crowd } from '../test/support/crowd.js';
import { measure, type MeasureOptions, type Run } from './measure.js';
import type { Call } from './pages/page.js';
import type { ContenderName, Pages } from './serve-pages.js';

/** Joins a call by one of the pages, and measures that. */
export type Join = (contender: ContenderName, options?: Partial<MeasureOptions>) => Promise<Run>;

/** The browser, the pages and the service that all measurements share. */
export class Bench {
  readonly #browser: Browser;
  readonly #pages: Pages;
  readonly #sandbox: Sandbox;

  constructor(browser: Browser, pages: Pages, sandbox: Sandbox) {
    this.#browser = browser;
    this.#pages = pages;
    this.#sandbox = sandbox;
  }

  /** Fills a room with publishers, and passes the way to join it. They leave after `run`. */
  async withOthers(others: number, run: (join: Join) => Promise<void>): Promise<void> {
    const sandbox = this.#sandbox;
    const backend = new AppBackend(sandbox);
    const room = await backend.createRoom('mina', `Bench of ${others}`);
    const identities = Array.from({ length: others }, (_, index) => `guest${index}`);
    const grants = await Promise.all(identities.map((user) => backend.rtcGrant(user, room.id)));
    const crowd = new Crowd();
    const call: Call = {
      endpoint: sandbox.serviceUrl,
      roomId: room.id,
      memberToken: await backend.memberToken('mina'),
    };
    try {
      await crowd.join(
        sandbox.livekit.url,
        grants.map(({ webRtcToken }) => webRtcToken),
      );
      await run((contender, options) =>
        measure(this.#browser, this.#pages, contender, call, {
          others,
          watchFor: 0,
          scripts: [],
          ...options,
        }),
      );
    } finally {
      await crowd.leave();
    }
  }
}
