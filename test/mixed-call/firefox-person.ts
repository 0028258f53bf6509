import type { Browser, BrowserContext, Page } from 'puppeteer-core';
import type { Sandbox } from '../../sandbox/start.js';
import { morePictures, moreSound, untilItMoves } from '../e2e/media.js';
import type { RoomEffectName } from '../../src/parts/room-effect.js';
import { compilerHelpers } from '../e2e/record-events.js';

const settings = 'ffc-room >>> ffc-settings >>>';

/**
 * A person at the demo app's page in Firefox. Playwright drives only its own build of Firefox, so
 * WebDriver BiDi drives the released one.
 */
export class FirefoxPerson {
  readonly page: Page;
  readonly #context: BrowserContext;
  readonly #complaints: string[] = [];

  private constructor(context: BrowserContext, page: Page) {
    this.#context = context;
    this.page = page;
    page.on('pageerror', (error) => {
      this.#complaints.push(error instanceof Error ? error.message : String(error));
    });
    page.setDefaultTimeout(60_000);
  }

  static async at(browser: Browser, { url }: Sandbox, user: string): Promise<FirefoxPerson> {
    const context = await browser.createBrowserContext();
    // Each person gets a window: a tab behind another one is hidden and shows no video frames.
    const page = await context.newPage({ type: 'window' });
    const person = new FirefoxPerson(context, page);
    await page.setViewport({ width: 1280, height: 800 });
    await page.evaluateOnNewDocument(compilerHelpers);
    await page.goto(`${url}?user=${user}`);
    return person;
  }

  /** The uncaught errors of the page so far. */
  get complaints(): readonly string[] {
    return this.#complaints;
  }

  async pick(title: string): Promise<void> {
    await this.page.locator(`ffc-room-list >>> button.pick ::-p-text(${title})`).click();
  }

  async join(): Promise<void> {
    await this.page.locator('ffc-room >>> ffc-prejoin >>> button.join').click();
    await this.state('connected');
  }

  async leave(): Promise<void> {
    await this.page.locator('ffc-room >>> [data-control="leave"]').click();
    await this.state('left');
  }

  async state(state: string): Promise<void> {
    await this.page.locator(`ffc-room[state="${state}"]`).wait();
  }

  /** Resolves when the video of a tile has shown this many more frames. */
  async sees(identity: string, pictures = 10): Promise<void> {
    await untilItMoves(identity, async () => {
      const video = await this.page
        .locator(`ffc-room >>> ffc-participant-tile[identity="${identity}"] >>> video`)
        .waitHandle();
      return video.evaluate(morePictures, pictures);
    });
  }

  /** Resolves when sound of another participant has been decoded. */
  async hears(): Promise<void> {
    const room = await this.page.locator('ffc-room').waitHandle();
    await room.evaluate(moreSound);
  }

  async openChat(): Promise<void> {
    await this.page.locator('ffc-room >>> [data-control="chat"]').click();
    await this.page.locator('ffc-room >>> ffc-chat >>> textarea').wait();
  }

  async write(text: string): Promise<void> {
    await this.page.locator('ffc-room >>> ffc-chat >>> textarea').click();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  /** Resolves when the chat shows another person's message with this text. */
  async reads(text: string): Promise<void> {
    await this.page
      .locator(`ffc-room >>> ffc-chat >>> .message:not(.outgoing) ::-p-text(${text})`)
      .wait();
  }

  async openSettings(): Promise<void> {
    const room = await this.page.locator('ffc-room').waitHandle();
    await room.evaluate((element) => element.openPanel('settings'));
  }

  /** Turns an effect on in the open settings. Resolves when it runs. */
  async turnOn(effect: RoomEffectName): Promise<void> {
    const toggle = `${settings} input[name="${effect}"]`;
    await this.page.locator(toggle).click();
    await this.page.locator(`${toggle}[aria-busy=false]:checked`).wait();
  }

  /** Resolves when the open settings say why an effect cannot run. */
  async cannotTurnOn(effect: RoomEffectName, why: string): Promise<void> {
    await this.page.locator(`${settings} input[name="${effect}"]:disabled`).wait();
    await this.page.locator(`${settings} [id="${effect}-hint"] ::-p-text(${why})`).wait();
  }

  async close(): Promise<void> {
    await this.#context.close();
  }
}
