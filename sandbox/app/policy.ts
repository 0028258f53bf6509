/** What the page needs to reach. */
export interface Reach {
  /** http(s) base URL of the member API. */
  readonly endpoint: string;
  /** ws(s) address of the media server; empty: there is none. */
  readonly mediaUrl: string;
}

/**
 * The Content-Security-Policy of the demo page: as strict as the elements allow, so that it
 * shows what an integrator can ask for.
 */
export function contentSecurityPolicy({ endpoint, mediaUrl }: Reach): string {
  const directives = {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    // Members' pictures may lie anywhere.
    'img-src': ["'self'", 'data:', 'http:', 'https:'],
    'media-src': ["'self'", 'blob:'],
    'connect-src': ["'self'", endpoint, ...(mediaUrl ? mediaSources(mediaUrl) : [])],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
    'require-trusted-types-for': ["'script'"],
  };
  return Object.entries(directives)
    .map(([name, values]) => [name, ...values].join(' '))
    .join('; ');
}

/** LiveKit is asked over http(s) too, to find out why a connection failed. */
function mediaSources(mediaUrl: string): string[] {
  const { host, protocol } = new URL(mediaUrl);
  const secure = protocol === 'wss:' ? 's' : '';
  // LiveKit Cloud sends browsers on to the region that is nearest.
  const hosts = host.endsWith('.livekit.cloud') ? [host, '*.livekit.cloud'] : [host];
  return hosts.flatMap((name) => [`ws${secure}://${name}`, `http${secure}://${name}`]);
}
