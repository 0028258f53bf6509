import { networkInterfaces } from 'node:os';

/** Whether a server that listens on this host listens on all addresses of the machine. */
export function isWildcard(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

/** Whether only this machine can reach a server that listens on this host. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}

/** A host under which this machine reaches a server that listens on `host`. */
export function reachable(host: string): string {
  return isWildcard(host) ? '127.0.0.1' : host;
}

/** An address of this machine that no other machine can reach. */
export function loopbackFor(host: string): string {
  return isLoopback(host) ? host : '127.0.0.1';
}

/** The address of a port, with the brackets that IPv6 needs; ends without a slash. */
export function urlOf(protocol: string, host: string, port: number): string {
  const bare = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
  return `${protocol}://${bare}:${port}`;
}

/** An address under which other machines reach this one. Without a network, a loopback address. */
export function outerAddress(): string {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  const outer = all.find(({ internal, family }) => !internal && family === 'IPv4');
  return outer?.address ?? '127.0.0.1';
}
