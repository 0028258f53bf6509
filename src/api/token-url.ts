import { FfcError } from '../core/errors.js';
import { readText } from './body.js';
import { parseHttpUrl } from './endpoint.js';
import { parseRetryAfter } from './retry.js';
import type { TokenProvider } from './types.js';

/**
 * The absolute form of an address of the page's own origin. It must be of that origin, because the
 * request contains the page's cookies. It must have no query, because paths are appended to a
 * `rooms-url`.
 *
 * @throws {FfcError} `invalid-token-url` or `invalid-rooms-url`, stage `setup`.
 */
export function resolveOwnUrl(address: string, attribute: 'token-url' | 'rooms-url'): string {
  const base = globalThis.document?.baseURI;
  const { origin, href = '' } = (base && parseHttpUrl(address.trim(), base)) || {};
  const plain = attribute === 'token-url' || !/[?#]/.test(href);
  if (origin === globalThis.origin && plain) return href;
  throw new FfcError({
    reason: `invalid-${attribute}`,
    stage: 'setup',
    message: `\`${attribute}\` must be an address of the page’s own origin.`,
  });
}

/**
 * The absolute form of a `token-url`, whose answer is a secret.
 *
 * @throws {FfcError} `invalid-token-url`, stage `setup`.
 */
export const resolveTokenUrl = (tokenUrl: string): string => resolveOwnUrl(tokenUrl, 'token-url');

/**
 * Creates a token provider for pages without script. It POSTs to an address of the same origin,
 * with its cookies. The address answers 2xx with the token as text, or as JSON `{accessToken}` or
 * `{token}`. It does not follow a redirect. Fails with `token-provider-failed` (401 and 403: nobody
 * is signed in, not retryable).
 *
 * @throws {FfcError} `invalid-token-url`, stage `setup`.
 */
export function createTokenUrlProvider(
  tokenUrl: string,
  fetch: typeof globalThis.fetch = (...request) => globalThis.fetch(...request),
): TokenProvider {
  const url = resolveTokenUrl(tokenUrl);
  return async ({ reason, signal }) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        accept: 'text/plain, application/json',
        // With `unauthorized`, a backend that caches tokens for a moment returns a new one.
        'ffc-token-reason': reason,
      },
      credentials: 'same-origin',
      cache: 'no-store',
      // A token from another origin must not be trusted, and the request with cookies must not
      // reach it.
      redirect: 'error',
      signal,
    });
    const { status } = response;
    if (response.ok) return tokenIn(await readText(response));
    throw new FfcError({
      reason: 'token-provider-failed',
      stage: 'token',
      message:
        `\`token-url\` answered ${status}.` +
        (status === 401 || status === 403 ? ' Is the member signed in?' : ''),
      retryable: status >= 500 || status === 429,
      status,
      retryAfterMs: parseRetryAfter(response.headers.get('retry-after'), Date.now()),
    });
  };
}

/**
 * Reads the token. It passes invalid values through: the token source rejects them with the reason.
 */
function tokenIn(text: string): string {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return text;
  }
  if (typeof json !== 'object' || json === null) return typeof json === 'string' ? json : text;
  const { accessToken, token } = json as { accessToken?: unknown; token?: unknown };
  return [accessToken, token].find((value) => typeof value === 'string') ?? '';
}
