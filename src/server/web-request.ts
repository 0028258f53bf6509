import { FfcError } from '../core/errors.js';
import { Refusal } from './answer.js';
import type { IncomingRequest } from './incoming-request.js';
import { bodyTaken, decodeBody, tooLarge, unreadable } from './read-json.js';
import { closing, mostUnreadBytes, withinBounds } from './unread-body.js';

const encoder = new TextEncoder();

/** A web-standard request, from Hono, Next or an edge runtime. */
export class WebRequest implements IncomingRequest {
  readonly request: Request;

  constructor(request: Request) {
    this.request = request;
  }

  get method(): string {
    return this.request.method;
  }

  get url(): string {
    return this.request.url;
  }

  get signal(): AbortSignal {
    return this.request.signal;
  }

  header(name: string): string | null {
    return this.request.headers.get(name);
  }

  /**
   * Reads the text. Hono's server has a class of its own, whose `body` is slow, and whose length
   * equals `Content-Length`, because Node's parser ensures that. A plain `Request` may have any
   * header, so that its length is counted.
   */
  async readText(maxBytes: number): Promise<string> {
    const { request } = this;
    if (request.bodyUsed) throw bodyTaken();
    const isPlain = Object.getPrototypeOf(request) === Request.prototype;
    const length = this.header('content-length');
    try {
      if (isPlain || length === null) return await readInChunks(request, maxBytes);
      return checked(await request.text(), Number(length), maxBytes);
    } catch (thrown) {
      const isKnown = thrown instanceof Refusal || thrown instanceof FfcError;
      throw isKnown ? thrown : unreadable();
    }
  }

  discardBody(): Promise<Readonly<Record<string, string>>> | undefined {
    const { method, bodyUsed } = this.request;
    if (bodyUsed || method === 'GET' || method === 'HEAD') return undefined;
    const length = this.header('content-length');
    // Over HTTP/2 there may be neither header, and the next request does not depend on the body.
    if (length === null ? this.header('transfer-encoding') === null : Number(length) === 0) {
      return undefined;
    }
    if (Number(length) > mostUnreadBytes) return Promise.resolve(closing);
    return this.#discard();
  }

  async #discard(): Promise<Readonly<Record<string, string>>> {
    const { body } = this.request;
    if (!body || body.locked) return {};
    return (await discard(body.getReader())) ? {} : closing;
  }
}

/**
 * Checks a text for invalid UTF-8, which `text()` replaces by U+FFFD. The length of the text shows
 * whether a U+FFFD was sent or inserted.
 */
function checked(text: string, bytes: number, maxBytes: number): string {
  const mayBeLarge = text.length * 3 > maxBytes;
  if (!mayBeLarge && !text.includes('\ufffd')) return text;
  const { length } = encoder.encode(text);
  if (length > maxBytes) throw tooLarge(maxBytes);
  if (length !== bytes && text.includes('\ufffd')) throw unreadable();
  return text;
}

async function readInChunks({ body }: Request, maxBytes: number): Promise<string> {
  if (!body) return '';
  if (body.locked) throw bodyTaken();
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return decodeBody(chunks, length);
    length += value.length;
    if (length > maxBytes) {
      // The rest precedes the next request on the connection.
      throw tooLarge(maxBytes, (await discard(reader)) ? {} : closing);
    }
    chunks.push(value);
  }
}

/** Reads and discards a stream. Resolves to whether it ended within the limits. */
export function discard(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<boolean> {
  return withinBounds(async (count) => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return true;
      if (!count(value.length)) return false;
    }
  });
}
