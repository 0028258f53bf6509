import { FfcError } from '../core/errors.js';

/** The answer to a request, independent of the server's type of response. */
export interface Answer {
  readonly status: number;
  /** The headers, with names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** Called with an error inside the backend, which no answer contains. */
export type OnError = (error: unknown) => void;

/** Logs errors to the console, for an app without `onError`. */
export const reportError: OnError = (error) => console.error('[ffc]', error);

const common = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/** An error in a handler that becomes its answer: `{errorCode, errorMessage}`. */
export class Refusal extends Error {
  readonly status: number;
  readonly errorCode: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, errorCode: string, message: string, headers = {}) {
    super(message);
    this.status = status;
    this.errorCode = errorCode;
    this.headers = headers;
  }
}

const jsonHeaders = { ...common, 'content-type': 'application/json' };

/** Creates an answer like the service's: a field without a value is null, and not left out. */
export const nullAnswer = (body: unknown, status = 200): Answer => ({
  status,
  headers: jsonHeaders,
  body: JSON.stringify(body, (_name, value: unknown) => value ?? null),
});

export const jsonAnswer = (body: unknown, status = 200, headers?: Answer['headers']): Answer => ({
  status,
  headers: headers ? { ...jsonHeaders, ...headers } : jsonHeaders,
  body: JSON.stringify(body),
});

const noContent: Answer = { status: 204, headers: common, body: null };

export const emptyAnswer = (): Answer => noContent;

/** Calls an app's `onError`, whose own failure must affect neither the answer nor the process. */
export function report(onError: OnError, error: unknown): void {
  // It may be an `async` function, whose rejection is handled here.
  new Promise((resolve) => resolve(onError(error))).catch(() => {});
}

export function internalError(): Refusal {
  return new Refusal(500, 'INTERNAL_SERVER_ERROR', 'Something went wrong inside the backend.');
}

/**
 * The statuses that a page can handle: it waits and tries again. Any other failure becomes a 502.
 */
const passedOn: ReadonlySet<number> = new Set([429, 503, 504]);

/**
 * The answer for a failed call of the service. Its details go to `onError`, not to the page. 429,
 * 503 and 504 are passed on, with the wait that the service asked for.
 */
export function serviceFailure(error: unknown): Refusal {
  const { status } = error instanceof FfcError ? error : {};
  return new Refusal(
    status !== undefined && passedOn.has(status) ? status : 502,
    'SERVICE_FAILED',
    'The video service could not do this now.',
    retryAfterOf(error),
  );
}

/** The header `Retry-After` in whole seconds, if the service sent one. */
export function retryAfterOf(error: unknown): Record<string, string> {
  const { retryAfterMs = 0 } = error instanceof FfcError ? error : {};
  return retryAfterMs > 0 ? { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) } : {};
}

/** @throws {Refusal} 405 with `Allow`. */
export function checkMethod(
  { method }: { readonly method: string },
  allowed: readonly string[],
): void {
  if (allowed.includes(method)) return;
  const headers = { allow: allowed.join(', ') };
  throw new Refusal(405, 'UNSUPPORTED_HTTP_METHOD', 'This address has no such method.', headers);
}
