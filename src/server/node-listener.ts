import { internalError, report, reportError, type OnError } from './answer.js';
import { answeringOf, type Answering } from './handler.js';
import { addressOf, NodeIncoming, type NodeRequest } from './node-request.js';
import { closing } from './unread-body.js';

/** The members of Node's `ServerResponse` that are used here. */
export interface NodeResponse {
  readonly headersSent: boolean;
  readonly writableEnded: boolean;
  writeHead(status: number, headers: Record<string, string | string[]>): unknown;
  write(chunk: Uint8Array): boolean;
  end(text?: string): unknown;
  destroy(): unknown;
  once(event: 'close' | 'drain', listener: () => void): unknown;
  off(event: 'close' | 'drain', listener: () => void): unknown;
}

/**
 * Creates a listener for Node's `http` and for Express from a handler that takes a `Request`. The
 * body is streamed. The request's `signal` aborts when the client disconnects. Mount it before any
 * body parser: a parser consumes the body, and reading it then fails with `invalid-state`.
 *
 * For the handlers of this kit it creates no `Request` and no `Response`, which would cost more
 * than everything else.
 *
 * @param onError Called with an error of the handler, which is answered as a 500. Default: the
 *   console.
 *
 * @example
 * http.createServer(toNodeListener(token)).listen(3000);
 * expressApp.use('/ffc/rooms', toNodeListener(rooms));
 */
export function toNodeListener(
  handler: (request: Request) => Response | Promise<Response>,
  onError: OnError = reportError,
): (request: NodeRequest, response: NodeResponse) => void {
  const answering = answeringOf(handler);
  return (incoming, outgoing) => {
    const url = addressOf(incoming);
    if (url === undefined) return refuse(outgoing);
    const request = new NodeIncoming(incoming, url);
    outgoing.once('close', () => {
      if (!outgoing.writableEnded) request.abort();
    });
    const work = answering
      ? answerPlainly(request, outgoing, answering)
      : answerByResponse(request, outgoing, handler);
    work
      .catch((error: unknown) => {
        if (!request.isGone) report(onError, error);
        if (outgoing.headersSent) return void outgoing.destroy();
        outgoing.writeHead(internalError().status, {});
        outgoing.end();
      })
      .then(() => request.discardRest())
      .then((isRead) => isRead || outgoing.destroy())
      .catch(() => {});
  };
}

/** Answers a request that cannot become a `Request` like an unparsable one. */
function refuse(outgoing: NodeResponse): void {
  outgoing.writeHead(400, closing);
  outgoing.end();
}

async function answerPlainly(
  request: NodeIncoming,
  outgoing: NodeResponse,
  answering: Answering,
): Promise<void> {
  const { status, headers, body } = await answering(request);
  if (body === null) outgoing.writeHead(status, { ...headers });
  else {
    const bytes = encoder.encode(body);
    outgoing.writeHead(status, { ...headers, 'content-length': String(bytes.length) });
    if (headers['connection']) outgoing.write(bytes);
  }
  if (!headers['connection']) return void outgoing.end(body ?? undefined);
  await request.discardRest();
  outgoing.end();
}

async function answerByResponse(
  request: NodeIncoming,
  outgoing: NodeResponse,
  handler: (request: Request) => Response | Promise<Response>,
): Promise<void> {
  let webRequest: Request;
  try {
    webRequest = request.request;
  } catch {
    return refuse(outgoing);
  }
  const response = await handler(webRequest);
  await send(response, outgoing, request);
  // Closing a connection that still receives data would lose the answer.
  if (response.headers.get('connection') === 'close') await request.discardRest();
  outgoing.end();
}

const encoder = new TextEncoder();

async function send(
  response: Response,
  outgoing: NodeResponse,
  { signal: gone }: NodeIncoming,
): Promise<void> {
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

/**
 * Resolves when the response has drained, or when the client disconnects, after which it never
 * drains.
 */
function drained(outgoing: NodeResponse): Promise<void> {
  return new Promise((resolve) => {
    const onEnd = (): void => {
      outgoing.off('drain', onEnd);
      outgoing.off('close', onEnd);
      resolve();
    };
    outgoing.once('drain', onEnd);
    outgoing.once('close', onEnd);
  });
}
