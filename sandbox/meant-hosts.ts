import { isIP } from 'node:net';
import { hostname } from 'node:os';
import { isLoopback, isWildcard } from './addresses.js';

/**
 * Tells whether a request's `Host` header is one under which this server is meant to be asked.
 * Web pages can make a name of their own lead to any address; a browser then takes what the server
 * answers for theirs. The name in this header is what gives them away.
 *
 * @param host The address that the server listens on.
 * @param allowed Names under which it may be asked besides: those of a tunnel or a proxy.
 */
export function meantHosts(
  host: string,
  allowed: readonly string[] = [],
): (header: string | undefined) => boolean {
  const names = new Set(allowed.map((name) => name.toLowerCase()));
  const own = hostname().toLowerCase();
  return (header) => {
    const name = nameIn(header);
    if (name === undefined) return false;
    if (names.has(name) || isOfThisMachine(name)) return true;
    // No name leads to an address that is one itself.
    if (isWildcard(host)) return isIP(name) !== 0 || name === own || name === `${own}.local`;
    return name === host.toLowerCase();
  };
}

function nameIn(header: string | undefined): string | undefined {
  const address = header ? URL.parse(`http://${header}/`) : null;
  // Whatever is no host and port would be another part of an address.
  if (!address || address.host !== header?.toLowerCase().replace(/:80$/, '')) return undefined;
  return address.hostname.replace(/^\[|\]$/g, '');
}

function isOfThisMachine(name: string): boolean {
  return (
    name.endsWith('.localhost') || (isLoopback(name) && (name === 'localhost' || isIP(name) !== 0))
  );
}
