import { FfcError } from '../core/errors.js';

const memberApi: Readonly<Record<string, string>> = {
  sandbox: 'https://api-sandbox.flipflop.cloud',
  production: 'https://api.flipflop.cloud',
};

/**
 * The base URL of an API of the service, without a slash at its end.
 *
 * @param endpoint `sandbox`, `production`, or an absolute http(s) URL, which may have a path.
 * @param shortNames The URLs of the two short names. Default: the member API's hosts.
 * @throws {FfcError} `missing-endpoint` or `invalid-endpoint`, stage `setup`.
 */
export function resolveEndpoint(endpoint: string | undefined, shortNames = memberApi): string {
  const text = endpoint?.trim();
  const url = text && parseHttpUrl(Object.hasOwn(shortNames, text) ? shortNames[text] : text);
  if (url && !url.search && !url.hash) return url.href.replace(/\/+$/, '');
  throw new FfcError({
    reason: text ? 'invalid-endpoint' : 'missing-endpoint',
    stage: 'setup',
    message: 'Set `endpoint` to "sandbox", "production" or the http(s) base URL of the API.',
  });
}

/** Parses an http(s) URL; undefined for anything else, and for one with a user or a password. */
export function parseHttpUrl(text: string | undefined, base?: string): URL | undefined {
  try {
    const url = new URL(text ?? '', base);
    return /^https?:$/.test(url.protocol) && !url.username && !url.password ? url : undefined;
  } catch {
    return undefined;
  }
}
