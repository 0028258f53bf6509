import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { Sandbox } from '../../sandbox/start.js';
import { fewPixels } from '../support/chromium.js';
import { morePictures, moreSound, untilItMoves } from './media.js';
import { compilerHelpers, recordEvents, type SeenEvent } from './record-events.js';

/** A person at the demo app's page, with their own browser context. */
export class Person {
  readonly page: Page;
  readonly #context: BrowserContext;
  readonly #complaints: string[] = [];

  private constructor(context: BrowserContext, page: Page) {
    this.#context = context;
    this.page = page;
    page.on('pageerror', (error) => this.#complaints.push(error.message));
  }

  /** Opens the page as a user. `scripts` run in each page before its own scripts. */
  static async at(
    browser: Browser,
    { url }: Pick<Sandbox, 'url'>,
    user: string,
    path = '',
    ...scripts: readonly (() => void)[]
  ): Promise<Person> {
    const context = await browser.newContext({
      ...fewPixels,
      viewport: { width: 1280, height: 800 },
    });
    await context.addInitScript(compilerHelpers);
    for (const script of [recordEvents, ...scripts]) await context.addInitScript(script);
    const page = await context.newPage();
    const person = new Person(context, page);
    await page.goto(`${url}${path}?user=${user}`);
    return person;
  }

  /** Opens the page again in another tab of the same person's browser. */
  async openTab(): Promise<Person> {
    const page = await this.#context.newPage();
    const person = new Person(this.#context, page);
    await page.goto(this.page.url());
    return person;
  }

  get room(): Locator {
    return this.page.locator('ffc-room');
  }

  /** The uncaught errors of the page so far. */
  get complaints(): readonly string[] {
    return this.#complaints;
  }

  get chat(): Locator {
    return this.page.locator('ffc-chat');
  }

  tile(identity: string): Locator {
    return this.page.locator(`ffc-participant-tile[identity="${identity}"]`);
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  async create(title: string): Promise<void> {
    await this.button('New room').first().click();
    await this.page.getByLabel('Title').fill(title);
    await this.button('Create room').click();
    await this.button(title).first().waitFor();
  }

  async pick(title: string): Promise<void> {
    await this.button(title).first().click();
  }

  /** Clicks “Join” in the preview, without waiting for the call. */
  async askToJoin(): Promise<void> {
    await this.room.getByRole('button', { name: 'Join', exact: true }).click();
  }

  async join(): Promise<void> {
    await this.room.getByRole('button', { name: /^(Join|Agree and join)$/ }).click();
    await this.state('connected');
  }

  /** Picks the room of this title in the list, and joins its call. */
  async enter(title: string): Promise<void> {
    await this.pick(title);
    await this.join();
  }

  /** Creates a room of this title, and joins its call. */
  async start(title: string): Promise<void> {
    await this.create(title);
    await this.enter(title);
  }

  async leave(): Promise<void> {
    await this.button('Leave').click();
    await this.state('left');
  }

  async rejoin(): Promise<void> {
    await this.button('Rejoin').click();
    await this.state('connected');
  }

  /** Starts to share a screen, or stops. */
  async share(on = true): Promise<void> {
    await this.room.evaluate(
      (room, on) => (room as HTMLElementTagNameMap['ffc-room']).setScreenShareEnabled(on),
      on,
    );
  }

  /** Sets the controls of the call, as names with spaces between them. */
  async setControls(names: string): Promise<void> {
    await this.room.evaluate((room, names) => room.setAttribute('controls', names), names);
  }

  /** Opens the menu of a participant's tile by the keyboard. */
  async openTileMenu(identity: string): Promise<void> {
    await this.tile(identity).focus();
    await this.page.keyboard.press('Enter');
  }

  /** Resolves when the room is in this state. `timeout` is in milliseconds. */
  async state(state: string, timeout = 30_000): Promise<void> {
    await this.page.locator(`ffc-room[state="${state}"]`).waitFor({ timeout });
  }

  /** Resolves when the video of a tile has shown this many more frames. */
  async sees(identity: string, pictures = 10): Promise<void> {
    await untilItMoves(identity, async () => {
      const video = this.tile(identity).locator('video').first();
      await video.waitFor();
      return video.evaluate(morePictures, pictures);
    });
  }

  /** Resolves when sound of another participant has been decoded. */
  async hears(): Promise<void> {
    await this.room.evaluate(moreSound);
  }

  /** Opens the chat panel. Resolves when the person can write. */
  async openChat(): Promise<void> {
    await this.room.getByRole('button', { name: /^Chat/ }).click();
    await this.chat.getByRole('textbox').waitFor();
  }

  /** Sends a message in the open chat panel. */
  async write(text: string): Promise<void> {
    const field = this.chat.getByRole('textbox');
    await field.fill(text);
    await field.press('Enter');
  }

  /** Resolves when the chat shows another person's message with this text. */
  async reads(text: string): Promise<void> {
    await this.chat.locator('.message:not(.outgoing)', { hasText: text }).waitFor();
  }

  events(): Promise<SeenEvent[]> {
    return this.page.evaluate(() => globalThis.ffcSeen);
  }

  /** Resolves with the first event that fits, past or to come. */
  async event(fits: Partial<SeenEvent>): Promise<SeenEvent> {
    const handle = await this.page.waitForFunction(
      (wanted) =>
        globalThis.ffcSeen.find((seen) =>
          Object.entries(wanted).every(([key, value]) => seen[key as keyof typeof seen] === value),
        ),
      fits,
    );
    return (await handle.jsonValue()) as SeenEvent;
  }

  async close(): Promise<void> {
    await this.#context.close();
  }
}
