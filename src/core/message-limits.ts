import { FfcError } from './errors.js';
import { warnOnce } from './logger.js';

/** The most bytes of a reliable message in a call: a longer one is split into pieces, or lost. */
export const maxMessageBytes = 15_000;
const maxTopic = 100;
/**
 * The most messages of one sender in a second: more than people and apps need, and few enough to
 * keep a page fast.
 */
export const maxMessagesPerSecond = 50;

/** A message and its topic. */
interface Sendable {
  readonly topic: string;
  readonly data: Uint8Array;
}

/** Throws `invalid-request` for a message that a call cannot carry. */
export function assertSendable({ topic, data }: Sendable): void {
  if (!topic || topic.length > maxTopic) {
    throw invalid(`A message needs a topic of at most ${maxTopic} characters.`);
  }
  if (data.byteLength > maxMessageBytes) {
    throw invalid(`A message has at most ${maxMessageBytes} bytes.`);
  }
}

/**
 * Checks a received message. Returns undefined for one that breaks the limits or has no receiver.
 */
export function readMessage(
  topic: string | undefined,
  data: Uint8Array,
):
  | { readonly topic: string; readonly data: Uint8Array; readonly text: string | undefined }
  | undefined {
  if (!topic || topic.length > maxTopic || data.byteLength > maxMessageBytes) return undefined;
  return Object.freeze({ topic, data, text: decode(data) });
}

/** Drops a sender's messages beyond the limit. Each kind of message has one in each call. */
export class FloodLimit {
  readonly #what: string;
  readonly #counts = new Map<string, { since: number; count: number }>();

  /** `what` names the messages in the warning for the page's developer, which is logged once. */
  constructor(what: string) {
    this.#what = what;
  }

  /**
   * Whether to accept a message that arrives at `now`, in milliseconds. An undefined sender is the
   * server.
   */
  allows(sender: string | undefined, now = performance.now()): boolean {
    const key = sender ?? '';
    let current = this.#counts.get(key);
    if (!current || now - current.since >= 1000) {
      this.#counts.set(key, (current = { since: now, count: 0 }));
    }
    if (++current.count <= maxMessagesPerSecond) return true;
    warnOnce(
      `More than ${maxMessagesPerSecond} ${this.#what} of one sender came within a second: ` +
        'the others were dropped.',
    );
    return false;
  }
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
