import { internalError, report, reportError, type OnError } from './answer.js';
import { bodyTaken } from './body-taken.js';
import { closing, discard } from './unread-body.js';

/** What is used of Node's `IncomingMessage`, so that the kit needs nothing of Node. */
export interface NodeRequest extends AsyncIterable<Uint8Array> {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  /** Express keeps the whole path here, where `url` is what is below a mount. */
  readonly originalUrl?: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly socket: object;
  /** Whether somebody has read of the body. */
  readonly readableDidRead?: boolean | undefined;
  /** Whether all of the body has arrived. */
  readonly complete?: boolean | undefined;
}

/** What is used of Node's `ServerResponse`. */
export interface NodeResponse {
  readonly headersSent: boolean;
  readonly writableEnded: boolean;
  writeHead(status: number, headers: Record<string, string | string[]>): unknown;
  write(chunk: Uint8Array): boolean;
  end(): unknown;
  destroy(): unknown;
  once(event: 'close' | 'drain', listener: () => void): unknown;
  off(event: 'close' | 'drain', listener: () => void): unknown;
}

/**
 * Makes a listener for Node's `http` and for Express of a handler that takes a `Request`. The
 * body is streamed; the request's `signal` aborts when the client goes away. Mount it before
 * any body parser: those leave nothing of the body, and reading it fails with `invalid-state`.
 *
 * @param onError Told what the handler threw, which is answered as a 500. Default: the console.
 *
 * @example
 * http.createServer(toNodeListener(token)).listen(3000);
 * expressApp.use('/ffc/rooms', toNodeListener(rooms));
 */
export function toNodeListener(
  handler: (request: Request) => Response | Promise<Response>,
  onError: OnError = reportError,
): (request: NodeRequest, response: NodeResponse) => void {
  return (incoming, outgoing) => {
    const gone = new AbortController();
    outgoing.once('close', () => {
      if (!outgoing.writableEnded) gone.abort();
    });
    let request: Request | undefined;
    const answer = async (): Promise<void> => {
      request = toRequest(incoming, gone.signal);
      const response = request
        ? await handler(request)
        : new Response(null, { status: 400, headers: closing });
      await send(response, outgoing, gone.signal);
      if (response.headers.get('connection') === 'close') await discardRest(incoming, request);
      outgoing.end();
    };
    void answer()
      .catch((error: unknown) => {
        if (!gone.signal.aborted) report(onError, error);
        if (outgoing.headersSent) return void outgoing.destroy();
        outgoing.writeHead(internalError().status, {});
        outgoing.end();
      })
      .then(() => discardRest(incoming, request))
      .then((isRead) => isRead || outgoing.destroy());
  };
}

/**
 * Reads what a handler left of the body, as the next request on the connection begins behind it.
 * False: there is too much of it. While data comes in, a connection that is closed would take the
 * answer with it.
 */
async function discardRest(incoming: NodeRequest, request?: Request): Promise<boolean> {
  if (incoming.complete || !request?.body || request.body.locked) return true;
  return discard(request.body.getReader());
}

/** Undefined for what no `Request` can be: a strange host, path or method. */
function toRequest(incoming: NodeRequest, signal: AbortSignal): Request | undefined {
  const { method = 'GET', headers, socket } = incoming;
  const path = incoming.originalUrl ?? incoming.url ?? '';
  const host = headers['host'] ?? headers[':authority'];
  if (!path.startsWith('/') || typeof host !== 'string' || /[/?#@\\]/.test(host)) return undefined;
  const scheme = 'encrypted' in socket && socket.encrypted ? 'https' : 'http';
  const hasBody = method !== 'GET' && method !== 'HEAD';
  try {
    const init = {
      method,
      headers: toHeaders(headers),
      body: hasBody ? toStream(incoming) : null,
      // What streams a body has to say so.
      duplex: 'half',
      signal,
    };
    return new Request(`${scheme}://${host}${path}`, init);
  } catch {
    return undefined;
  }
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
 * Reads nothing before it is asked to: most answers need no body, and Node skips one that nobody
 * has begun to read. Has no `cancel`: ending the iterator would cut the connection before the
 * answer is sent.
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

async function send(response: Response, outgoing: NodeResponse, gone: AbortSignal): Promise<void> {
  const headers: Record<string, string | string[]> = Object.fromEntries(response.headers);
  const cookies = response.headers.getSetCookie();
  if (cookies.length) headers['set-cookie'] = cookies;
  outgoing.writeHead(response.status, headers);
  if (!response.body) return;
  const reader = response.body.getReader();
  const stop = (): void => void reader.cancel().catch(() => {});
  gone.addEventListener('abort', stop, { once: true });
  if (gone.aborted) stop();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    if (!outgoing.write(value)) await drained(outgoing);
  }
}

/** Also when the client goes away, as it then never drains. */
function drained(outgoing: NodeResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      outgoing.off('drain', done);
      outgoing.off('close', done);
      resolve();
    };
    outgoing.once('drain', done);
    outgoing.once('close', done);
  });
}
