import { FfcClient } from '../../../src/api/client.js';
import type { PushEvent, TokenReason } from '../../../src/api/types.js';
import type { Logger } from '../../../src/core/logger.js';
import { fakeFetch, timeoutMs, type SentRequest } from './support.js';

export const silence = 75_000;

/** A clock whose waits end only when the test ends them. */
export class HeldClock {
  readonly #waits: { readonly milliseconds: number; readonly pass: () => void }[] = [];
  #onWait: () => void = () => {};

  time = Date.UTC(2026, 0, 1);

  now = (): number => this.time;
  random = (): number => 0;

  delay(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason as Error);
      const wait = { milliseconds, pass: resolve };
      this.#waits.push(wait);
      signal?.addEventListener('abort', () => {
        const place = this.#waits.indexOf(wait);
        if (place >= 0) this.#waits.splice(place, 1);
        reject(signal.reason as Error);
      });
      this.#onWait();
    });
  }

  /** Ends the next wait of this length. Without a length, ends the next wait but a time limit. */
  async pass(milliseconds?: number): Promise<number> {
    for (;;) {
      const found = this.#waits.findIndex((wait) =>
        milliseconds === undefined
          ? ![silence, timeoutMs].includes(wait.milliseconds)
          : wait.milliseconds === milliseconds,
      );
      const [wait] = found < 0 ? [] : this.#waits.splice(found, 1);
      if (wait) {
        wait.pass();
        return wait.milliseconds;
      }
      await new Promise<void>((resolve) => (this.#onWait = resolve));
    }
  }

  get running(): number {
    return this.#waits.length;
  }
}

/** A response whose body the test writes. */
export function stream() {
  const encoder = new TextEncoder();
  let controller!: ReadableStreamDefaultController<Uint8Array>;
  let onCancel: () => void = () => {};
  const cancelled = new Promise<void>((resolve) => (onCancel = resolve));
  const body = new ReadableStream<Uint8Array>({
    start: (given) => void (controller = given),
    cancel: () => onCancel(),
  });
  return {
    answer: new Response(body, { headers: { 'content-type': 'text/event-stream;charset=UTF-8' } }),
    send: (text: string) => controller.enqueue(encoder.encode(text)),
    end: () => controller.close(),
    fail: () => controller.error(new TypeError('network error')),
    cancelled,
  };
}

export const change = (roomId: unknown, videoRoomState: unknown, facts: object = {}) => ({
  messageId: '1',
  origin: 'SYSTEM',
  type: 'SIGNAL',
  deliveryType: 'BROADCAST',
  channelId: 3,
  customType: 'CHANGE_DATA_CAPTURE',
  customData: { type: 'VIDEO_ROOM', videoRoomId: roomId, videoRoomState, playUrl: null },
  ...facts,
});
export const sse = (value: unknown, id?: string): string =>
  `${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(value)}\n\n`;

type Answers = Parameters<typeof fakeFetch>;

const ends: AbortController[] = [];
export const endWithTest = (abort: AbortController): void => void ends.push(abort);
afterEach(() => {
  for (const end of ends.splice(0)) end.abort();
});

export function world(...answers: Answers) {
  const clock = new HeldClock();
  const fake = fakeFetch(...answers);
  const reasons: TokenReason[] = [];
  const logged: string[] = [];
  const log = (...words: unknown[]): void => void logged.push(JSON.stringify(words));
  const logger: Logger = { debug: log, warn: log };
  const client = new FfcClient({
    endpoint: 'https://api.test/base/',
    tokenProvider: ({ reason }) => `secret-${reasons.push(reason)}`,
    fetch: fake.fetch,
    timeoutMs,
    clock,
    logger,
  });
  return { client, clock, reasons, logged, ...fake };
}

/** Subscribes to push events. `heard` has them all, except `open`, for which `opened` resolves. */
export function listen(client: FfcClient) {
  const abort = new AbortController();
  endWithTest(abort);
  const heard: PushEvent[] = [];
  const waiting: ((event: PushEvent) => void)[] = [];
  let onOpen: () => void = () => {};
  const opened = new Promise<void>((resolve) => (onOpen = resolve));
  client.subscribe(
    (event) => {
      if (event.type === 'open') return onOpen();
      heard.push(event);
      waiting.shift()?.(event);
    },
    { signal: abort.signal },
  );
  const next = (): Promise<PushEvent> => new Promise((resolve) => waiting.push(resolve));
  return { heard, next, opened, abort: () => abort.abort() };
}

/** An answer that resolves `made` when its request comes. */
export function expected(answer: (request: SentRequest) => Response | Promise<Response>) {
  let onRequest: (request: SentRequest) => void = () => {};
  const made = new Promise<SentRequest>((resolve) => (onRequest = resolve));
  return {
    made,
    answer: (request: SentRequest) => {
      onRequest(request);
      return answer(request);
    },
  };
}
