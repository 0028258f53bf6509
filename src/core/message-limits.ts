import { FfcError } from './errors.js';

/** Bytes that a reliable message of a call may have: more is cut into pieces, or lost. */
export const maxMessageBytes = 15_000;
const maxTopic = 100;

/** A message and its topic. */
interface Sendable {
  readonly topic: string;
  readonly data: Uint8Array;
}

/** Throws `invalid-request` for what no call carries. */
export function assertSendable({ topic, data }: Sendable): void {
  if (!topic || topic.length > maxTopic) {
    throw invalid(`A message needs a topic of at most ${maxTopic} characters.`);
  }
  if (data.byteLength > maxMessageBytes) {
    throw invalid(`A message has at most ${maxMessageBytes} bytes.`);
  }
}

/** What came, checked: undefined for what nobody may send, or is for nobody. */
export function readMessage(
  topic: string | undefined,
  data: Uint8Array,
):
  | { readonly topic: string; readonly data: Uint8Array; readonly text: string | undefined }
  | undefined {
  if (!topic || topic.length > maxTopic || data.byteLength > maxMessageBytes) return undefined;
  return Object.freeze({ topic, data, text: decode(data) });
}

function decode(data: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(data);
  } catch {
    return undefined;
  }
}

function invalid(message: string): FfcError {
  return new FfcError({ reason: 'invalid-request', stage: 'session', message });
}
