import { createCell, type Readable } from '../../src/headless.js';

type Bytes = Uint8Array<ArrayBuffer>;

/** A network between a page and a service that runs in the same page. */
export interface InPageNetwork {
  /**
   * Behaves as the platform's `fetch`: rejects with the signal's reason, and for an unknown host.
   */
  readonly fetch: typeof fetch;
  /** How many event streams are open. */
  readonly streams: Readable<number>;
  /** Breaks off all responses that are still being received, above all the event streams. */
  readonly cut: () => void;
}

/** `answer` gets the requests for `endpoint`; requests for any other origin fail. */
export function createNetwork(
  endpoint: string,
  answer: (request: Request) => Promise<Response>,
): InPageNetwork {
  const streams = createCell(0);
  let cable = new AbortController();

  function carry({ body, headers }: Response, signal: AbortSignal): ReadableStream<Bytes> | null {
    if (!body) return null;
    const ended = new AbortController();
    const stop = AbortSignal.any([signal, cable.signal]);
    const { readable, writable } = new TransformStream<Bytes, Bytes>({
      start(controller) {
        const fail = (): void => controller.error(stop.reason);
        stop.addEventListener('abort', fail, { signal: ended.signal });
      },
    });
    const isStream = headers.get('Content-Type')?.startsWith('text/event-stream');
    const add = (count: number): void => {
      if (isStream) streams.set(streams.getSnapshot() + count);
    };
    add(1);
    const end = (): void => {
      add(-1);
      ended.abort();
    };
    // With the signal as an option of `pipeTo()`, WebKit would wait for the next piece of the body.
    body.pipeTo(writable).then(end, end);
    return readable;
  }

  return {
    streams,

    async fetch(input, init) {
      const request = new Request(input, init);
      const { signal } = request;
      signal.throwIfAborted();
      if (new URL(request.url).origin !== endpoint) throw new TypeError('Failed to fetch');
      const response = await Promise.race([answer(request), rejection(signal)]);
      signal.throwIfAborted();
      return new Response(carry(response, signal), response);
    },

    cut() {
      cable.abort(new TypeError('network error'));
      cable = new AbortController();
    },
  };
}

function rejection(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}
