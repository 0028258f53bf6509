import { FfcError } from '../core/errors.js';
import { readText } from './body.js';
import { parseHttpUrl } from './endpoint.js';
import type { TokenProvider } from './types.js';

/**
 * The absolute form of a `token-url`, which must be of the page's own origin: the answer is a
 * secret, and the request goes with the page's cookies.
 *
 * @throws {FfcError} `invalid-token-url`, stage `setup`.
 */
export function resolveTokenUrl(tokenUrl: string): string {
  const base = globalThis.document?.baseURI;
  const url = base ? parseHttpUrl(tokenUrl.trim(), base) : undefined;
  if (url && url.origin === globalThis.origin) return url.href;
  throw new FfcError({
    reason: 'invalid-token-url',
    stage: 'setup',
    message: '`token-url` must be an address of the page’s own origin.',
  });
}

/**
 * A token provider for pages without script: POSTs to an address of the same origin, with its
 * cookies, which answers 2xx and the token as text, or as JSON `{accessToken}` or `{token}`.
 * Fails with `token-provider-failed` (401 and 403: nobody is signed in, not retryable).
 *
 * @throws {FfcError} `invalid-token-url`, stage `setup`.
 */
export function createTokenUrlProvider(
  tokenUrl: string,
  fetch: typeof globalThis.fetch = (...request) => globalThis.fetch(...request),
): TokenProvider {
  const url = resolveTokenUrl(tokenUrl);
  return async ({ signal }) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { accept: 'text/plain, application/json' },
      credentials: 'same-origin',
      cache: 'no-store',
      signal,
    });
    const { status } = response;
    if (response.ok) return tokenIn(await readText(response));
    throw new FfcError({
      reason: 'token-provider-failed',
      stage: 'token',
      message:
        `\`token-url\` answered ${status} instead of a token.` +
        (status === 401 || status === 403 ? ' Is the member signed in?' : ''),
      retryable: status >= 500 || status === 429,
      status,
    });
  };
}

/** What is not a token is let through: the token source says what is wrong with it. */
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
