import { FfcError } from '../core/errors.js';

/** The answer to a request, before a response of the server's own kind is made of it. */
export interface Answer {
  readonly status: number;
  /** With names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** Told of what went wrong inside the backend, which no answer says. */
export type OnError = (error: unknown) => void;

/** Logs errors to the console, for an app without `onError`. */
export const reportError: OnError = (error) => console.error('[ffc]', error);

const common = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/** Thrown inside a handler, to become its answer: `{errorCode, errorMessage}`. */
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

/** Writes rooms as the service does: a field without a value is null, and not left out. */
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

/** An app's own `onError` that throws or rejects must not take the answer or the process with it. */
export function report(onError: OnError, error: unknown): void {
  // An `async` function may be given as well, whose rejection nobody else would handle.
  new Promise((resolve) => resolve(onError(error))).catch(() => {});
}

export function internalError(): Refusal {
  return new Refusal(500, 'INTERNAL_SERVER_ERROR', 'Something went wrong inside the backend.');
}

/** The statuses that a page can act on: it waits and tries again. Any other failure is a 502. */
const passedOn: ReadonlySet<number> = new Set([429, 503, 504]);

/**
 * A failed call of the service; its details are for `onError`, not for the page. 429, 503 and 504
 * are passed on, and so is for how long the service asked to be left alone.
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

/** `Retry-After`, in whole seconds, where the service sent one. */
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
