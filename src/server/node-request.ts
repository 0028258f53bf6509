import type { IncomingRequest } from './incoming-request.js';
import { bodyTaken, decodeBody, tooLarge, unreadable } from './read-json.js';
import { closing, mostUnreadBytes, withinBounds } from './unread-body.js';

/** The used members of Node's `IncomingMessage`, so that the kit does not depend on Node. */
export interface NodeRequest extends AsyncIterable<Uint8Array> {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  /** The whole path in Express, where `url` is the path below a mount. */
  readonly originalUrl?: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly socket: object;
  /** Whether other code has read from the body. */
  readonly readableDidRead?: boolean | undefined;
  /** Whether all of the body has arrived. */
  readonly complete?: boolean | undefined;
  /** Whether no more data will arrive. */
  readonly destroyed?: boolean | undefined;
  /** False: code before the handler has paused the stream. */
  readonly readableFlowing?: boolean | null | undefined;
  resume(): unknown;
  on(event: 'data', listener: (chunk: Uint8Array) => void): unknown;
  on(event: 'end' | 'close', listener: () => void): unknown;
  off(event: 'data', listener: (chunk: Uint8Array) => void): unknown;
}

/** The absolute address of a request; undefined for an invalid host or path. */
export function addressOf(incoming: NodeRequest): string | undefined {
  const { headers, socket } = incoming;
  const path = incoming.originalUrl ?? incoming.url ?? '';
  const host = headers['host'] ?? headers[':authority'];
  if (!path.startsWith('/') || typeof host !== 'string' || /[/?#@\\]/.test(host)) return undefined;
  const scheme = 'encrypted' in socket && socket.encrypted ? 'https' : 'http';
  const url = `${scheme}://${host}${path}`;
  return URL.canParse(url) ? url : undefined;
}

/** A request of Node's http. It creates the web's objects only on demand. */
export class NodeIncoming implements IncomingRequest {
  readonly url: string;
  readonly #incoming: NodeRequest;
  #gone: AbortController | undefined;
  #isGone = false;
  #request: Request | undefined;

  constructor(incoming: NodeRequest, url: string) {
    this.#incoming = incoming;
    this.url = url;
  }

  get method(): string {
    return this.#incoming.method ?? 'GET';
  }

  get signal(): AbortSignal {
    this.#gone ??= new AbortController();
    if (this.#isGone) this.#gone.abort();
    return this.#gone.signal;
  }

  /** Whether the client disconnected before the answer. */
  get isGone(): boolean {
    return this.#isGone;
  }

  /** @throws {TypeError} when a `Request` cannot have its method. */
  get request(): Request {
    return (this.#request ??= toRequest(this.#incoming, this));
  }

  /** Handles a client that disconnects before the answer. */
  abort(): void {
    this.#isGone = true;
    this.#gone?.abort();
  }

  header(name: string): string | null {
    const value = this.#incoming.headers[name];
    return typeof value === 'object' ? value.join(', ') : (value ?? null);
  }

  async readText(maxBytes: number): Promise<string> {
    if (this.#incoming.readableDidRead) throw bodyTaken();
    const chunks: Uint8Array[] = [];
    let length = 0;
    const end = await this.#read((chunk) => {
      length += chunk.length;
      if (length <= maxBytes) chunks.push(chunk);
      return length <= maxBytes;
    });
    if (end === 'end') return decodeBody(chunks, length);
    if (end === 'close') throw unreadable();
    // The rest precedes the next request on the connection.
    throw tooLarge(maxBytes, (await this.discardRest()) ? {} : closing);
  }

  discardBody(): Promise<Readonly<Record<string, string>>> | undefined {
    if (this.#isRead) return undefined;
    if (Number(this.header('content-length')) > mostUnreadBytes) return Promise.resolve(closing);
    return this.discardRest().then((isRead) => (isRead ? {} : closing));
  }

  /** Reads the rest of the body. False: it is too long. */
  async discardRest(): Promise<boolean> {
    if (this.#isRead) return true;
    return withinBounds(
      async (count) => (await this.#read(({ length }) => count(length))) !== 'enough',
    );
  }

  /** Reads until the end of the body or of the connection, or until `onChunk` returns false. */
  #read(onChunk: (chunk: Uint8Array) => boolean): Promise<'end' | 'close' | 'enough'> {
    const incoming = this.#incoming;
    return new Promise((resolve) => {
      if (incoming.destroyed) return resolve('close');
      const onData = (chunk: Uint8Array): void => {
        if (onChunk(chunk)) return;
        incoming.off('data', onData);
        resolve('enough');
      };
      incoming.on('data', onData);
      incoming.on('end', () => resolve('end'));
      incoming.on('close', () => resolve('close'));
      if (incoming.readableFlowing === false) incoming.resume();
    });
  }

  /** Whether the body need not be read: Node discards a body that has arrived completely. */
  get #isRead(): boolean {
    return Boolean(this.#incoming.complete) || Boolean(this.#request?.body?.locked);
  }
}

function toRequest(incoming: NodeRequest, { method, url, signal }: IncomingRequest): Request {
  const headers = toHeaders(incoming.headers);
  const hasBody =
    method !== 'GET' &&
    method !== 'HEAD' &&
    (headers.has('transfer-encoding') || headers.get('content-length') !== '0');
  // A streamed body requires this option.
  const init = {
    method,
    headers,
    body: hasBody ? toStream(incoming) : null,
    duplex: 'half',
    signal,
  };
  return new Request(url, init);
}

function toHeaders(headers: NodeRequest['headers']): Headers {
  const all = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    if (name.startsWith(':') || value === undefined) continue;
    if (typeof value === 'string') all.append(name, value);
    else for (const one of value) all.append(name, one);
  }
  return all;
}

/**
 * Creates a stream that reads only on demand: most answers need no body, and Node skips an unread
 * one. It has no `cancel`: ending the iterator would close the connection before the answer is
 * sent.
 */
function toStream(incoming: NodeRequest): ReadableStream<Uint8Array<ArrayBuffer>> {
  if (incoming.readableDidRead) {
    return new ReadableStream({ start: (controller) => controller.error(bodyTaken()) });
  }
  let iterator: AsyncIterator<Uint8Array> | undefined;
  return new ReadableStream(
    {
      async pull(controller) {
        iterator ??= incoming[Symbol.asyncIterator]();
        const next = await iterator.next();
        if (next.done) controller.close();
        else controller.enqueue(new Uint8Array(next.value));
      },
    },
    { highWaterMark: 0 },
  );
}
