import { Emitter } from '../core/emitter.js';
import { failureOf } from './failure.js';
import { networkFailure, type Credential, type HttpService, type HttpSettings } from './http.js';
import { createEventParser, type StreamPosition } from './push-parser.js';
import { readPushEvent } from './push-schema.js';
import { parseRetryAfter } from './retry.js';
import { withTimeout } from './timeout.js';
import type { PushEvent, PushSource } from './types.js';

const path = '/v2/members/me/event-sources';
/** The service sends data at least every 60 s: a stream that is silent for longer is dead. */
const silenceMs = 75_000;
/**
 * The limits of the wait, whatever the service asks for: they prevent a fast loop and an endless
 * wait.
 */
const minDelayMs = 500;
const maxDelayMs = 60_000;
/** The longest `Retry-After` that is obeyed. */
const maxRetryAfterMs = 3_600_000;
/** A connection of this length counts as a success, so that the next wait is short again. */
const steadyMs = 10_000;

/** The member's event stream. */
export interface PushStream extends PushSource {
  /** Opens a given-up stream again, unless it was given up with this credential. */
  resume(credential: Credential): void;
  /** Restarts the stream from the beginning, for another member. */
  restart(): void;
}

/**
 * Creates the member's event stream: one connection for all subscribers. The first opens it, the
 * last closes it. After an end, an outage or silence it connects again, from the last event. The
 * wait grows with each try, until a connection lasts.
 *
 * It gives up after an answer that another try would not change: no such address, no permission, a
 * second refused token, no token. It opens again with the next subscriber, after `resume`, and when
 * the member is forgotten.
 */
export function createPushStream(
  { baseUrl, authorization, requestInit }: HttpService,
  { fetch, timeoutMs, logger, clock }: HttpSettings,
): PushStream {
  const events = new Emitter<{ event: PushEvent }>();
  const limit = { timeoutMs, clock, stage: 'api' } as const;
  let running: AbortController | undefined;
  /** The last credential that the service refused the stream for. */
  let refused: Credential | undefined;

  /** Opens the stream. A refused token is renewed once. */
  async function open(lastEventId: string, signal: AbortSignal): Promise<ReadableStream> {
    const query = lastEventId && `?Last-Event-ID=${encodeURIComponent(lastEventId)}`;
    refused = undefined;
    for (;;) {
      const credential: Credential = await authorization.authorize(signal, refused);
      const headers = { accept: 'text/event-stream', authorization: credential.header };
      const ask = (signal: AbortSignal): Promise<Response> =>
        fetch(baseUrl + path + query, { ...requestInit, headers, signal });
      const { ok, status, body, headers: about } = await withTimeout(ask, signal, limit);
      const type = about.get('content-type') ?? '';
      if (ok && body && /^text\/event-stream\b/i.test(type)) return body;

      body?.cancel().catch(() => {});
      const isFirst = !refused;
      refused = credential;
      if (status === 401 && isFirst) continue;
      const retryAfterMs = parseRetryAfter(about.get('retry-after'), clock.now());
      throw failureOf(status, '', { name: 'push', retryAfterMs });
    }
  }

  function emit(data: string): void {
    try {
      events.emit('event', readPushEvent(data));
    } catch {
      logger.debug('left out a push event that makes no sense');
    }
  }

  /** Connects repeatedly. Rejects when another try is of no use. */
  async function run(signal: AbortSignal): Promise<void> {
    const position: StreamPosition = { lastEventId: '', retry: 1000 };
    let connected = false;
    for (let failures = 0; ; failures++) {
      let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
      let openedAt = Infinity;
      let retryAfterMs = 0;
      try {
        reader = (await open(position.lastEventId, signal)).getReader();
        openedAt = clock.now();
        if (!position.lastEventId) events.emit('event', { type: connected ? 'gap' : 'open' });
        connected = true;
        const read = reader.read.bind(reader);
        const feed = createEventParser(position, emit);
        for (;;) {
          const { done, value } = await withTimeout(read, signal, {
            ...limit,
            timeoutMs: silenceMs,
          });
          if (done) break;
          feed(value);
        }
      } catch (thrown) {
        const error = networkFailure(thrown);
        logger.debug('the event stream was interrupted', { reason: error.reason });
        if (!error.retryable) throw error;
        retryAfterMs = Math.min(error.retryAfterMs ?? 0, maxRetryAfterMs);
      } finally {
        reader?.cancel().catch(() => {});
      }
      if (clock.now() - openedAt >= steadyMs) failures = 0;
      const backOff = Math.min(Math.max(position.retry, minDelayMs) * 2 ** failures, maxDelayMs);
      const wait = Math.max(backOff, retryAfterMs);
      // The random half spreads the reconnections of pages that were disconnected together.
      await clock.delay(wait * (1 + clock.random() / 2), signal);
    }
  }

  function start(): void {
    if (!events.size || (running && !running.signal.aborted)) return;
    const own = (running = new AbortController());
    run(own.signal).catch(() => own.abort());
  }

  return {
    subscribe(handler, { signal }) {
      if (signal.aborted) return;
      events.on('event', handler, { signal });
      signal.addEventListener('abort', () => events.size || running?.abort());
      start();
    },
    resume(credential) {
      if (credential !== refused) start();
    },
    restart() {
      running?.abort();
      start();
    },
  };
}
