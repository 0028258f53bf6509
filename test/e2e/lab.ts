import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Sandbox } from '../../sandbox/start.js';
import { compilerHelpers, recordEvents, type SeenEvent } from './record-events.js';

/** What a page still holds that costs somebody something. */
export interface Leftovers {
  readonly peerConnections: number;
  readonly sockets: number;
  readonly liveTracks: number;
}

declare global {
  var ffcLeftovers: () => Leftovers;
}

/** An empty page of the app's origin, with our elements and whatever tags a test writes. */
export async function openLab(
  browser: Browser,
  { url }: Sandbox,
  body: string,
  options: BrowserContextOptions = {},
): Promise<Lab> {
  const context = await browser.newContext({ ...options, bypassCSP: true });
  await context.addInitScript(compilerHelpers);
  await context.addInitScript(recordEvents);
  await context.addInitScript(watchResources);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => {
    complaints.push(`a dialog said ${dialog.message()}`);
    void dialog.dismiss();
  });
  // A page that the server has not heard of, filled from here: one that the test answered itself
  // would count as foreign, and browsers keep such pages from calling this machine.
  await page.goto(`${url}lab`);
  await page.evaluate((tags) => {
    document.title = 'Lab';
    document.documentElement.lang = 'en';
    document.body.innerHTML = tags;
  }, body);
  await page.addScriptTag({ type: 'module', url: '/src/define/all.ts' });
  await page.evaluate(() => customElements.whenDefined('ffc-room').then(() => undefined));
  return new Lab(page, complaints);
}

export class Lab {
  readonly page: Page;
  /** Uncaught errors and dialogs: none, when all is well. */
  readonly complaints: readonly string[];

  constructor(page: Page, complaints: readonly string[]) {
    this.page = page;
    this.complaints = complaints;
  }

  async state(state: string, id = 'room'): Promise<void> {
    await this.page.locator(`#${id}[state="${state}"]`).waitFor({ state: 'attached' });
  }

  /** Resolves with the first event that fits, past or to come. */
  async event(fits: Partial<SeenEvent>): Promise<SeenEvent> {
    const handle = await this.page.waitForFunction(
      (wanted) =>
        globalThis.ffcSeen.find((seen) =>
          Object.entries(wanted).every(([key, value]) => seen[key as keyof SeenEvent] === value),
        ),
      fits,
    );
    return (await handle.jsonValue()) as SeenEvent;
  }

  /** Resolves when the page holds nothing any more. */
  async nothingLeft(): Promise<void> {
    await this.page.waitForFunction(() =>
      Object.values(globalThis.ffcLeftovers()).every((count) => count === 0),
    );
  }

  /** What the person reads in the element, through its shadow roots. */
  async shows(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

/** Runs in the page, before its scripts: counts what is open. */
export function watchResources(): void {
  const peers = new Set<RTCPeerConnection>();
  const sockets = new Set<WebSocket>();
  const tracks = new Set<MediaStreamTrack>();
  globalThis.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      peers.add(this);
    }
  };
  globalThis.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      sockets.add(this);
    }
  };
  const { mediaDevices } = navigator;
  const getUserMedia = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = async (constraints) => {
    const stream = await getUserMedia(constraints);
    for (const track of stream.getTracks()) tracks.add(track);
    return stream;
  };
  globalThis.ffcLeftovers = () => ({
    peerConnections: [...peers].filter((peer) => peer.connectionState !== 'closed').length,
    sockets: [...sockets].filter((socket) => socket.readyState !== WebSocket.CLOSED).length,
    liveTracks: [...tracks].filter((track) => track.readyState === 'live').length,
  });
}
