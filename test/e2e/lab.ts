import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Sandbox } from '../../sandbox/start.js';
import { fewPixels } from '../support/chromium.js';
import { compilerHelpers, recordEvents, type SeenEvent } from './record-events.js';

/** The numbers of costly resources that a page still holds. */
export interface Leftovers {
  readonly peerConnections: number;
  readonly sockets: number;
  readonly liveTracks: number;
}

declare global {
  var ffcLeftovers: () => Leftovers;
}

/** Opens a page of the app's origin that defines our elements and contains only the test's tags. */
export async function openLab(
  browser: Browser,
  { url }: Sandbox,
  body: string,
  options: BrowserContextOptions = {},
): Promise<Lab> {
  const context = await browser.newContext({ ...fewPixels, ...options, bypassCSP: true });
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
  // The server does not know this page, and the test fills it. A page that the test itself served
  // would count as foreign, and browsers keep foreign pages from calling this machine.
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
  /** The uncaught errors and the dialogs of the page so far. */
  readonly complaints: readonly string[];

  constructor(page: Page, complaints: readonly string[]) {
    this.page = page;
    this.complaints = complaints;
  }

  async state(state: string, id = 'room'): Promise<void> {
    await this.page.locator(`#${id}[state="${state}"]`).waitFor({ state: 'attached' });
  }

  /** Clicks “Join” in the preview. Resolves when the room is in the call. */
  async join(): Promise<void> {
    await this.page.getByRole('button', { name: 'Join', exact: true }).click();
    await this.state('connected');
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

  /** Resolves when the page has released all resources. */
  async nothingLeft(): Promise<void> {
    await this.page.waitForFunction(() =>
      Object.values(globalThis.ffcLeftovers()).every((count) => count === 0),
    );
  }

  /** Resolves when the page shows this text in the document or in any shadow root. */
  async shows(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

/** Runs in the page before its scripts, and counts the open resources. */
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
