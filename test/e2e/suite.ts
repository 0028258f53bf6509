import { after, before } from 'node:test';
import type { Browser } from 'playwright-core';
import type { Sandbox } from '../../sandbox/start.js';
import { launchChromium } from '../support/chromium.js';
import { cameraFilm } from './camera.js';
import { Person } from './people.js';
import { startWithBuiltPage } from './start.js';

/** A sandbox and a browser for all tests of one suite. */
export class Suite {
  #sandbox: Sandbox | undefined;
  #browser: Browser | undefined;

  /**
   * Call it in the callback of `describe()`: it starts both before the tests, and stops them after.
   *
   * @param start Starts another sandbox, such as one that serves modules of the source.
   */
  constructor(start: () => Promise<Sandbox> = startWithBuiltPage) {
    before(async () => {
      this.#sandbox = await start();
      const film = await cameraFilm();
      this.#browser = await launchChromium((args) => [
        ...args,
        `--use-file-for-fake-video-capture=${film}`,
      ]);
    });
    after(async () => {
      try {
        await this.#browser?.close();
      } finally {
        await this.#sandbox?.stop();
      }
    });
  }

  get sandbox(): Sandbox {
    if (!this.#sandbox) throw new Error('The sandbox runs from `before` on.');
    return this.#sandbox;
  }

  get browser(): Browser {
    if (!this.#browser) throw new Error('The browser runs from `before` on.');
    return this.#browser;
  }

  /** Opens the demo app as a user, with a browser context of their own. */
  person(user: string): Promise<Person> {
    return Person.at(this.browser, this.sandbox, user);
  }

  /** Opens the demo app as a user, and joins the call of the room of this title. */
  async joined(user: string, title: string): Promise<Person> {
    const person = await this.person(user);
    await person.enter(title);
    return person;
  }

  /** Lets Mina create a room of this title and join it. Jun joins after her. */
  async call(title: string): Promise<{ readonly mina: Person; readonly jun: Person }> {
    const mina = await this.person('mina');
    await mina.start(title);
    return { mina, jun: await this.joined('jun', title) };
  }
}
