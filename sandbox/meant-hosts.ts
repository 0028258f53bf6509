import { isIP } from 'node:net';
import { hostname } from 'node:os';
import { isLoopback, isWildcard } from './addresses.js';

/**
 * Checks the `Host` header of a request against the names of this server. A web page can make its
 * own host name resolve to any address (DNS rebinding). The browser then treats the answers of this
 * server as the page's own. Only the `Host` header reveals this.
 *
 * @param host The address that the server listens on.
 * @param allowed Further names that requests may use: those of a tunnel or a proxy.
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
    // A `Host` that is an IP address is no name that somebody could make resolve to this machine.
    if (isWildcard(host)) return isIP(name) !== 0 || name === own || name === `${own}.local`;
    return name === host.toLowerCase();
  };
}

function nameIn(header: string | undefined): string | undefined {
  const address = header ? URL.parse(`http://${header}/`) : null;
  // Text that is not a host and port would be another part of a URL.
  if (!address || address.host !== header?.toLowerCase().replace(/:80$/, '')) return undefined;
  return address.hostname.replace(/^\[|\]$/g, '');
}

function isOfThisMachine(name: string): boolean {
  return (
    name.endsWith('.localhost') || (isLoopback(name) && (name === 'localhost' || isIP(name) !== 0))
  );
}
