import { Emitter } from '../core/emitter.js';
import { failureOf } from './failure.js';
import { networkFailure, type Credential, type HttpService, type HttpSettings } from './http.js';
import { createEventParser, type StreamPosition } from './push-parser.js';
import { readPushEvent } from './push-schema.js';
import { withTimeout } from './timeout.js';
import type { PushEvent, PushSource } from './types.js';

const path = '/v2/members/me/event-sources';
/** The service sends something every 60 s at least: a stream that is silent for longer is dead. */
const silenceMs = 75_000;
/** Whatever the service asks for, so that there is neither a loop nor a wait for ever. */
const minDelayMs = 500;
const maxDelayMs = 60_000;

/**
 * The member's event stream: one connection, however many listen. The first opens it, the last
 * closes it. An end, an outage or silence leads to another connection, which goes on from the last
 * event. An answer that will not change by asking again (no such address, no permission, a second
 * token refused) ends it; then whoever subscribes next tries anew.
 */
export function createPushStream(
  { baseUrl, authorization, requestInit }: HttpService,
  { fetch, timeoutMs, logger, clock }: HttpSettings,
): PushSource['subscribe'] {
  const events = new Emitter<{ event: PushEvent }>();
  let running: AbortController | undefined;

  const limit = { timeoutMs, clock, stage: 'api' } as const;

  /** Gets the stream; a token that is refused is renewed once. */
  async function open(lastEventId: string, signal: AbortSignal): Promise<ReadableStream> {
    const query = lastEventId && `?Last-Event-ID=${encodeURIComponent(lastEventId)}`;
    let refused: Credential | undefined;
    for (;;) {
      const credential = await authorization.authorize(signal, refused);
      const headers = { accept: 'text/event-stream', authorization: credential.header };
      const ask = (signal: AbortSignal): Promise<Response> =>
        fetch(baseUrl + path + query, { ...requestInit, headers, signal });
      const { ok, status, body, headers: about } = await withTimeout(ask, signal, limit);
      const type = about.get('content-type') ?? '';
      if (ok && body && /^text\/event-stream\b/i.test(type)) return body;

      body?.cancel().catch(() => {});
      if (status !== 401 || refused) throw failureOf(status, '', { name: 'push' });
      refused = credential;
    }
  }

  function tell(data: string): void {
    try {
      events.emit('event', readPushEvent(data));
    } catch {
      logger.debug('left out a push event that makes no sense');
    }
  }

  /** Connects again and again; rejects when that is of no use any more. */
  async function run(signal: AbortSignal): Promise<void> {
    const position: StreamPosition = { lastEventId: '', retry: 1000 };
    let connected = false;
    for (let failures = 0; ; failures++) {
      let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
      try {
        reader = (await open(position.lastEventId, signal)).getReader();
        if (!position.lastEventId) events.emit('event', { type: connected ? 'gap' : 'open' });
        connected = true;
        const read = reader.read.bind(reader);
        const feed = createEventParser(position, tell);
        for (;;) {
          const { done, value } = await withTimeout(read, signal, {
            ...limit,
            timeoutMs: silenceMs,
          });
          if (done) break;
          failures = 0;
          feed(value);
        }
      } catch (thrown) {
        const { reason, retryable } = networkFailure(thrown);
        logger.debug('the event stream was interrupted', { reason });
        if (!retryable) throw thrown;
      } finally {
        reader?.cancel().catch(() => {});
      }
      const wait = Math.min(Math.max(position.retry, minDelayMs) * 2 ** failures, maxDelayMs);
      // Half as much is left to chance: pages cut off together come back one after the other.
      await clock.delay(wait * (1 + clock.random() / 2), signal);
    }
  }

  return (handler, { signal }) => {
    if (signal.aborted) return;
    events.on('event', handler, { signal });
    signal.addEventListener('abort', () => events.size || running?.abort());
    if (running && !running.signal.aborted) return;
    const own = (running = new AbortController());
    run(own.signal).catch(() => own.abort());
  };
}
