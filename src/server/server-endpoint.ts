import { resolveEndpoint } from '../api/endpoint.js';
import { FfcError } from '../core/errors.js';

/** The addresses of `sandbox` and `production` on a server. */
const serverHosts: Readonly<Record<string, string>> = {
  sandbox: 'https://portal-sandbox.flipflop.cloud',
  production: 'https://portal.flipflop.cloud',
};

/**
 * The base URL of the server API, without a slash at its end. Each call contains the app's secret,
 * so plain http is allowed only on this machine, unless `allowHttp` declares the network as
 * trusted.
 *
 * @throws {FfcError} `missing-endpoint` or `invalid-endpoint`, stage `setup`.
 */
export function resolveServerEndpoint(endpoint: string | undefined, allowHttp: boolean): string {
  const url = resolveEndpoint(endpoint, serverHosts);
  const { protocol, hostname } = new URL(url);
  if (protocol === 'https:' || isLoopback(hostname) || allowHttp) return url;
  throw new FfcError({
    reason: 'invalid-endpoint',
    stage: 'setup',
    message:
      '`endpoint` must begin with https: over http, whoever is on the way could read the API ' +
      'secret. Plain http is for localhost; `allowHttp: true` takes it within a trusted network.',
  });
}

/**
 * Whether a host is this machine. `hostname` must come from a `URL`, which normalises addresses.
 */
function isLoopback(hostname: string): boolean {
  return /^(.+\.)?localhost$|^127(\.\d+){3}$|^\[::1\]$/.test(hostname);
}
