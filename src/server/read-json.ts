import { FfcError } from '../core/errors.js';
import { Refusal } from './answer.js';
import { bodyTaken } from './body-taken.js';

/**
 * Reads a request's body as a JSON object of at most that many bytes; stops reading at the limit,
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

async function readText({ body, bodyUsed, headers }: Request, maxBytes: number): Promise<string> {
  const tooLarge = (): Refusal =>
    new Refusal(413, 'HTTP_MESSAGE_BODY_TOO_LARGE', `The body is larger than ${maxBytes} bytes.`);
  if (Number(headers.get('content-length')) > maxBytes) throw tooLarge();
  if (!body) return '';
  if (bodyUsed || body.locked) throw bodyTaken();
  const reader = body.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  try {
    for (let bytes = 0; ;) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      bytes += value.length;
      if (bytes > maxBytes) throw tooLarge();
      text += decoder.decode(value, { stream: true });
    }
  } catch (thrown) {
    reader.cancel().catch(() => {});
    // Else it is no UTF-8, or it was cut off.
    const known = thrown instanceof Refusal || thrown instanceof FfcError;
    throw known ? thrown : invalidBody('The body cannot be read.');
  }
}
