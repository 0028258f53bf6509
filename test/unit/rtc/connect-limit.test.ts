import { expect } from '@open-wc/testing';
import type { FfcError } from '../../../src/core/errors.js';
import { LiveKitSession } from '../../../src/rtc/livekit/session.js';
import type { RtcConnectOptions } from '../../../src/rtc/session.js';

/** A socket that the server never answers, or refuses at once. */
class FakeSocket extends EventTarget {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  static isRefused = false;
  static all: FakeSocket[] = [];
  binaryType = 'blob';
  readyState = 0;
  onopen: ((event: Event) => void) | null = null;
  onerror: ((event: Event) => void) | null = null;
  onclose: ((event: Event) => void) | null = null;
  onmessage: ((event: Event) => void) | null = null;

  constructor() {
    super();
    FakeSocket.all.push(this);
    if (!FakeSocket.isRefused) return;
    queueMicrotask(() => {
      this.#fire(new Event('error'));
      this.close();
    });
  }

  send(): void {}

  close(): void {
    if (this.readyState === FakeSocket.CLOSED) return;
    this.readyState = FakeSocket.CLOSED;
    this.#fire(new CloseEvent('close', { code: 1006 }));
  }

  #fire(event: Event): void {
    if (event.type === 'error') this.onerror?.(event);
    if (event.type === 'close') this.onclose?.(event);
    this.dispatchEvent(event);
  }
}

describe('connecting to what is not a media server', () => {
  const { fetch: originalFetch, WebSocket: OriginalSocket } = globalThis;
  let requests: number;
  let session: LiveKitSession;

  beforeEach(() => {
    requests = 0;
    FakeSocket.all = [];
    FakeSocket.isRefused = false;
    globalThis.WebSocket = FakeSocket as unknown as typeof WebSocket;
    globalThis.fetch = () => {
      requests++;
      return Promise.resolve(new Response('Not found', { status: 404 }));
    };
    session = new LiveKitSession({});
  });
  afterEach(async () => {
    await session.dispose();
    globalThis.WebSocket = OriginalSocket;
    globalThis.fetch = originalFetch;
  });

  const failure = (options: Partial<RtcConnectOptions>): Promise<FfcError> =>
    session.connect({ url: 'wss://media.example', token: 'secret', ...options }).then(
      () => expect.fail('connected'),
      (thrown: unknown) => thrown as FfcError,
    );
  const isIdle = (): boolean =>
    FakeSocket.all.every(({ readyState }) => readyState === FakeSocket.CLOSED);

  for (const url of ['wss://media.example/some/path', 'https://media.example']) {
    it(`gives ${url} up after a few requests when it answers 404`, async () => {
      FakeSocket.isRefused = true;
      const error = await failure({ url });
      expect(error).to.include({ reason: 'media-server-unreachable', stage: 'connect' });
      expect(requests).to.be.within(1, 3);
      expect(isIdle()).to.equal(true);
      expect(session.connection).to.deep.equal({ state: 'new' });
      const before = requests + FakeSocket.all.length;
      await new Promise((resolve) => setTimeout(resolve));
      expect(requests + FakeSocket.all.length).to.equal(before);
    });
  }

  it('tries again as often when it is asked again', async () => {
    FakeSocket.isRefused = true;
    await failure({});
    const first = requests;
    expect(first).to.be.greaterThan(0);
    await failure({});
    expect(requests).to.equal(2 * first);
  });

  it('ends with timeout when the server says nothing, and closes everything', async () => {
    // The limit includes the load of the code of a call, which takes long on a busy machine.
    const error = await failure({ timeout: 1000 });
    expect(error).to.include({ reason: 'timeout', stage: 'connect', retryable: true });
    expect(FakeSocket.all).to.have.length(1);
    expect(isIdle()).to.equal(true);
    expect(session.connection).to.deep.equal({ state: 'new' });
  });

  it('says aborted, not timeout, when it was given up before', async () => {
    const abort = new AbortController();
    const failed = failure({ timeout: 60_000, signal: abort.signal });
    abort.abort();
    expect(await failed).to.include({ reason: 'aborted' });
  });
});
