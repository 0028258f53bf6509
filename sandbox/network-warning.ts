import { isLoopback, isWildcard, outerAddress, urlOf } from './addresses.js';
import type { Ports } from './ports.js';

/**
 * The warning for a sandbox that other machines can reach, in lines; none: they cannot reach it.
 */
export function networkWarning(host: string, ports: Pick<Ports, 'page'>): readonly string[] {
  if (isLoopback(host)) return [];
  const others = isWildcard(host) ? outerAddress() : host;
  const everywhere = isWildcard(host) ? 'all addresses of this machine' : host;
  return [
    `Warning: the page, the service and LiveKit are open on ${everywhere}. Whoever reaches them ` +
      'can act as any of the page’s people: nobody has to sign in.',
    `Others reach the page at ${urlOf('http', others, ports.page)}/, but browsers give no camera ` +
      'and no microphone to plain http of another machine: put https before it, or use a tunnel ' +
      '(--allow-host NAME).',
  ];
}
