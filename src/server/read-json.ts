import { FfcError } from '../core/errors.js';
import { Refusal } from './answer.js';
import type { IncomingRequest } from './incoming-request.js';

/**
 * Reads a request's body as a JSON object, up to a number of bytes.
 *
 * @throws {Refusal} 415 `UNSUPPORTED_MEDIA_TYPE`, 413 `HTTP_MESSAGE_BODY_TOO_LARGE`, or 400
 * `INVALID_HTTP_MESSAGE_BODY`. None contains any part of the body.
 * @throws {FfcError} `invalid-state`, stage `setup`: somebody else has read the body.
 */
export async function readJson(request: IncomingRequest, maxBytes: number): Promise<object> {
  const type = request.header('content-type');
  // Most senders write only the type itself.
  if (type !== jsonType && type?.split(';')[0]?.trim().toLowerCase() !== jsonType) {
    throw new Refusal(415, 'UNSUPPORTED_MEDIA_TYPE', 'The body must be application/json.');
  }
  const length = request.header('content-length');
  if (length !== null && Number(length) > maxBytes) throw tooLarge(maxBytes);
  const text = await request.readText(maxBytes);
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json;
  } catch {}
  throw invalidBody('The body is not a JSON object.');
}

const jsonType = 'application/json';

export const invalidBody = (message: string): Refusal =>
  new Refusal(400, 'INVALID_HTTP_MESSAGE_BODY', message);

/** The refusal of a body that is not UTF-8, or was cut off. */
export const unreadable = (): Refusal => invalidBody('The body cannot be read.');

export function tooLarge(maxBytes: number, headers = {}): Refusal {
  const message = `The body is larger than ${maxBytes} bytes.`;
  return new Refusal(413, 'HTTP_MESSAGE_BODY_TOO_LARGE', message, headers);
}

/**
 * The error when code before the handler has read the body: a mistake of the backend, not of the
 * sender.
 */
export function bodyTaken(): FfcError {
  return new FfcError({
    reason: 'invalid-state',
    stage: 'setup',
    message:
      'The body of this request was read before its handler could: mount the handlers of ' +
      'ffc-elements/server before any body parser, as express.json() is one.',
  });
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * The text of a body from its pieces.
 *
 * @throws {Refusal} 400 `INVALID_HTTP_MESSAGE_BODY` when it is no UTF-8.
 */
export function decodeBody(chunks: readonly Uint8Array[], length: number): string {
  try {
    return decoder.decode(joined(chunks, length));
  } catch {
    throw unreadable();
  }
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const [first] = chunks;
  if (first && chunks.length === 1) return first;
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
