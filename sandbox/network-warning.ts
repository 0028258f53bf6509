import { isLoopback, isWildcard, outerAddress, urlOf } from './addresses.js';
import type { Ports } from './ports.js';

/** What to tell whoever lets other machines reach the sandbox, in lines; none: it does not. */
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
