import { abortedError, FfcError, toFfcError } from '../core/errors.js';
import { silentLogger, type Logger } from '../core/logger.js';
import { readText } from './body.js';
import { systemClock, type Clock } from './clock.js';
import { failureOf, type StatusReasons } from './failure.js';
import { parseRetryAfter, retryDelay, type RetryOptions } from './retry.js';
import { withTimeout } from './timeout.js';

/** The value of an `Authorization` header, which is left out if empty. A secret. */
export interface Credential {
  readonly header: string;
}

/** The authorisation of calls: a member's token in a browser, an app's key and secret on a server. */
export interface Authorization {
  /**
   * Resolves to the credential to use now.
   *
   * @param refused The credential (the same object) that the service has just answered 401 to.
   */
  authorize(signal: AbortSignal | undefined, refused?: Credential): Promise<Credential>;
  /** Whether to request another credential after a 401, once in each call. */
  readonly renewable: boolean;
  /**
   * Aborts when the current member is forgotten: the next member must not get the answers to
   * earlier calls, nor their retries.
   */
  readonly member?: AbortSignal;
  /** Called with the credential of each call that the service carried out. */
  accept?(credential: Credential): void;
}

/** The options of a client's transport. */
export interface HttpOptions {
  /** Default: the global `fetch` at the time of a call. */
  readonly fetch?: typeof fetch | undefined;
  /**
   * The time limit of one try, including the body, in milliseconds. Default 15 000. A token
   * provider has the same limit of its own.
   */
  readonly timeoutMs?: number | undefined;
  readonly retry?: RetryOptions | undefined;
  /** Logs retries and ignored values, never tokens or bodies. Default: none. */
  readonly logger?: Logger | undefined;
  /** For tests. */
  readonly clock?: Clock | undefined;
}

/** {@link HttpOptions} with their defaults. */
export interface HttpSettings {
  readonly fetch: typeof fetch;
  readonly timeoutMs: number;
  readonly retry: RetryOptions;
  readonly logger: Logger;
  readonly clock: Clock;
}

export const httpSettings = ({
  fetch = (...request) => globalThis.fetch(...request),
  timeoutMs = 15_000,
  retry = {},
  logger = silentLogger,
  clock = systemClock,
}: HttpOptions): HttpSettings => ({ fetch, timeoutMs, retry, logger, clock });

/** The service that a transport calls. */
export interface HttpService {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly authorization: Authorization;
  /** Options for every request that not all platforms support, such as `credentials`. */
  readonly requestInit?: RequestInit;
}

/** One call of a JSON service. */
export interface HttpCall {
  /** The name of the call for logs and messages, without ids and query. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** The path below the base URL, encoded, with its query. */
  readonly path: string;
  /** Whether the call may be retried even if the service may have carried it out. Default true. */
  readonly idempotent?: boolean;
  readonly body?: object | undefined;
  readonly reasons?: StatusReasons | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Replaces the transport's own options. */
  readonly retry?: RetryOptions | undefined;
}

/**
 * Makes a call and resolves to the result of `read` for the text of its 2xx answer. Rejects with an
 * {@link FfcError} that never contains a body or a credential; `aborted` when the call's signal
 * aborted.
 */
export type HttpSend = <T>(call: HttpCall, read: (text: string) => T) => Promise<T>;

type Outcome =
  | { readonly text: string; readonly error?: undefined }
  | { readonly error: FfcError; readonly isHtml?: boolean };

/** Creates the transport that REST clients share: authorisation, time limits, retries, errors. */
export function createHttp(service: HttpService, settings: HttpSettings): HttpSend {
  const { authorization } = service;
  const { logger, clock } = settings;

  /** Makes one request. Rejects when the caller aborts, or when the body cannot be serialised. */
  async function attempt(call: HttpCall, credential: Credential): Promise<Outcome> {
    const { header } = credential;
    const body = encodeBody(call);
    const init: RequestInit = {
      ...service.requestInit,
      method: call.method,
      headers: {
        accept: 'application/json',
        ...(header && { authorization: header }),
        ...(body && { 'content-type': 'application/json' }),
      },
      body,
    };
    const exchange = async (signal: AbortSignal): Promise<Outcome> => {
      const response = await settings.fetch(service.baseUrl + call.path, { ...init, signal });
      const text = await readText(response);
      const { ok, status, headers } = response;
      const isHtml = isPage(headers.get('content-type'), text);
      if (ok && isHtml) return { error: pageInstead(call, status) };
      if (ok) {
        authorization.accept?.(credential);
        return { text };
      }
      const retryAfterMs = parseRetryAfter(headers.get('retry-after'), clock.now());
      // A portal has not read the request: its 403 says nothing about a password.
      const reasons = isHtml ? undefined : call.reasons;
      return { error: failureOf(status, text, { ...call, reasons, retryAfterMs }), isHtml };
    };
    try {
      return await withTimeout(exchange, call.signal, { ...settings, stage: 'api' });
    } catch (thrown) {
      call.signal?.throwIfAborted();
      return { error: networkFailure(thrown) };
    }
  }

  async function run<T>(call: HttpCall, read: (text: string) => T): Promise<T> {
    const { name, method, signal, idempotent = true, retry = settings.retry } = call;
    let refused: Credential | undefined;
    for (let retries = 0; ;) {
      signal?.throwIfAborted();
      const credential = await authorization.authorize(signal, refused);
      const outcome = await attempt(call, credential);
      if (!outcome.error) return read(outcome.text);

      const { error, isHtml } = outcome;
      if (error.status === 401 && authorization.renewable && !refused) {
        refused = credential;
        continue;
      }
      // The earlier try has deleted it, and only its answer was lost.
      if (error.status === 404 && !isHtml && method === 'DELETE' && retries) return read('');

      const wait = retryDelay({ error, idempotent, retries }, retry, clock);
      if (wait === undefined) throw error;
      logger.debug('trying a call again', { name, reason: error.reason, wait });
      await clock.delay(wait, signal);
      retries++;
    }
  }

  return async (call, read) => {
    const signal = either(call.signal, authorization.member);
    try {
      return await run({ ...call, signal }, read);
    } catch (thrown) {
      if (!signal?.aborted) throw toFfcError(thrown, 'api');
      throw abortedError('api', signal.reason);
    }
  };
}

/** A signal that aborts with the first of the two. */
function either(
  one: AbortSignal | undefined,
  other: AbortSignal | undefined,
): AbortSignal | undefined {
  return one && other ? AbortSignal.any([one, other]) : (one ?? other);
}

/** Whether the answer is a web page: the service would answer JSON, or nothing. */
function isPage(contentType: string | null, text: string): boolean {
  const isHtml = /^(text\/html|application\/xhtml)/i.test(contentType ?? '');
  return (isHtml && text !== '') || /^\s*<(!doctype html|html|\?xml)/i.test(text);
}

/** The error when a portal or a sign-in form has answered 2xx in place of the service. */
function pageInstead({ name }: HttpCall, status: number): FfcError {
  return new FfcError({
    reason: 'invalid-response',
    stage: 'api',
    message: `${name}: the answer is a web page.`,
    status,
  });
}

function encodeBody({ body }: HttpCall): string | null {
  try {
    return body ? JSON.stringify(body) : null;
  } catch (cause) {
    throw new FfcError({
      reason: 'invalid-request',
      stage: 'api',
      message: 'The body cannot be JSON.',
      cause,
    });
  }
}

export function networkFailure(thrown: unknown): FfcError {
  if (thrown instanceof FfcError) return thrown;
  return new FfcError({
    reason: 'network',
    stage: 'api',
    message: 'The service did not answer: network, address or CORS.',
    retryable: true,
    cause: thrown,
  });
}
