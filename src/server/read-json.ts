import { FfcError } from '../core/errors.js';
import { Refusal } from './answer.js';
import { bodyTaken } from './body-taken.js';
import { closing, discard } from './unread-body.js';

/**
 * Reads a request's body as a JSON object of at most that many bytes; keeps no more than that,
 * whatever `Content-Length` says.
 *
 * @throws {Refusal} 415 `UNSUPPORTED_MEDIA_TYPE`, 413 `HTTP_MESSAGE_BODY_TOO_LARGE`, or 400
 * `INVALID_HTTP_MESSAGE_BODY`. None repeats anything of the body.
 * @throws {FfcError} `invalid-state`, stage `setup`: somebody else has read the body.
 */
export async function readJson(request: Request, maxBytes: number): Promise<object> {
  const [type = ''] = (request.headers.get('content-type') ?? '').split(';');
  if (type.trim().toLowerCase() !== 'application/json') {
    throw new Refusal(415, 'UNSUPPORTED_MEDIA_TYPE', 'The body must be application/json.');
  }
  const text = await readText(request, maxBytes);
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json;
  } catch {}
  throw invalidBody('The body is not a JSON object.');
}

export const invalidBody = (message: string): Refusal =>
  new Refusal(400, 'INVALID_HTTP_MESSAGE_BODY', message);

const decoder = new TextDecoder('utf-8', { fatal: true });

async function readText(request: Request, maxBytes: number): Promise<string> {
  const length = request.headers.get('content-length');
  if (length !== null && Number(length) > maxBytes) throw tooLarge(maxBytes);
  if (request.bodyUsed) throw bodyTaken();
  try {
    return decoder.decode(await readBytes(request, maxBytes));
  } catch (thrown) {
    // Else it is no UTF-8, or it was cut off.
    const known = thrown instanceof Refusal || thrown instanceof FfcError;
    throw known ? thrown : invalidBody('The body cannot be read.');
  }
}

/**
 * Hono's server makes requests of a class of its own. Their `body` costs more than all the rest of
 * a webhook, and is as long as `Content-Length` says, because Node's parser sees to it. A plain
 * `Request` can have been made with any header, so that it is read with care.
 */
async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  const isPlain = Object.getPrototypeOf(request) === Request.prototype;
  if (isPlain || !request.headers.has('content-length')) return readInChunks(request, maxBytes);
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (bytes.length > maxBytes) throw tooLarge(maxBytes);
  return bytes;
}

async function readInChunks({ body }: Request, maxBytes: number): Promise<Uint8Array> {
  if (!body) return new Uint8Array();
  if (body.locked) throw bodyTaken();
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > maxBytes) {
      // The rest stands before the next request on the connection.
      const isRead = await discard(reader);
      throw tooLarge(maxBytes, isRead ? {} : closing);
    }
    chunks.push(value);
  }
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

function tooLarge(maxBytes: number, headers = {}): Refusal {
  const message = `The body is larger than ${maxBytes} bytes.`;
  return new Refusal(413, 'HTTP_MESSAGE_BODY_TOO_LARGE', message, headers);
}
