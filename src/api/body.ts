import { FfcError } from '../core/errors.js';

/**
 * The most bytes of an answer, far above any page of rooms. A longer one cannot be from this
 * service.
 */
const maxBytes = 8 * 1024 * 1024;

/**
 * Reads the body of an answer as text.
 *
 * @throws {FfcError} `invalid-response` when it does not end within 8 MiB.
 */
export async function readText({ body }: Response): Promise<string> {
  if (!body) return '';
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let bytes = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.length;
    if (bytes > maxBytes) {
      reader.cancel().catch(() => {});
      throw new FfcError({
        reason: 'invalid-response',
        stage: 'api',
        message: 'The answer exceeds 8 MiB.',
      });
    }
    text += decoder.decode(value, { stream: true });
  }
}
