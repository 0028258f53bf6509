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
    const { readable, writable } = new TransformStream<Bytes, Bytes>();
    const isStream = headers.get('Content-Type')?.startsWith('text/event-stream');
    const add = (count: number): void => {
      if (isStream) streams.set(streams.getSnapshot() + count);
    };
    add(1);
    const end = (): void => add(-1);
    body.pipeTo(writable, { signal: AbortSignal.any([signal, cable.signal]) }).then(end, end);
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
