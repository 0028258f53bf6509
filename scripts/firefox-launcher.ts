import type { BrowserLauncher, TestRunnerCoreConfig } from '@web/test-runner-core';
import { type ChromeLauncher, chromeLauncher } from '@web/test-runner-chrome';
import { firefoxPreferences } from './find-firefox.js';

/**
 * Runs two tests at a time in Firefox, with WebDriver BiDi. Many tests need the focus, which only
 * one window of a browser has at a time, so each page has a Firefox of its own.
 */
export class FirefoxLauncher implements BrowserLauncher {
  readonly name = 'Firefox';
  readonly type = 'puppeteer';
  readonly concurrency = 2;
  readonly #launchers: readonly ChromeLauncher[];
  readonly #free: ChromeLauncher[];
  readonly #busy = new Map<string, ChromeLauncher>();

  constructor(executablePath: string) {
    this.#launchers = Array.from({ length: this.concurrency }, () =>
      chromeLauncher({
        launchOptions: {
          browser: 'firefox',
          executablePath,
          extraPrefsFirefox: firefoxPreferences,
          // The driver would follow each request, which no test needs and takes a sixth of the time.
          networkEnabled: false,
        },
        // A new window, because a background tab gets no frames.
        createPage: ({ context }) => context.newPage({ type: 'window' }),
      }),
    );
    this.#free = [...this.#launchers];
  }

  async initialize(config: TestRunnerCoreConfig, testFiles: string[]): Promise<void> {
    await Promise.all(this.#launchers.map((one) => one.initialize(config, testFiles)));
  }

  async stop(): Promise<void> {
    await Promise.all(this.#launchers.map((one) => one.stop()));
  }

  async startSession(id: string, url: string): Promise<void> {
    const launcher = this.#free.shift();
    if (!launcher) throw new Error(`Only ${this.concurrency} tests run at a time in Firefox.`);
    this.#busy.set(id, launcher);
    await launcher.startSession(id, url);
  }

  async startDebugSession(id: string, url: string): Promise<void> {
    await this.#launchers[0]?.startDebugSession(id, url);
  }

  isActive(id: string): boolean {
    return this.#busy.get(id)?.isActive(id) ?? false;
  }

  getBrowserUrl(id: string): string | undefined {
    return this.#busy.get(id)?.getBrowserUrl(id);
  }

  async stopSession(id: string) {
    const launcher = this.#launcherOf(id);
    this.#busy.delete(id);
    try {
      return await launcher.stopSession(id);
    } finally {
      this.#free.push(launcher);
    }
  }

  /** Called by the runner's commands, such as `sendKeys`. */
  getPage(id: string) {
    return this.#launcherOf(id).getPage(id);
  }

  #launcherOf(id: string): ChromeLauncher {
    const launcher = this.#busy.get(id);
    if (!launcher) throw new Error(`No Firefox runs the session ${id}.`);
    return launcher;
  }
}
