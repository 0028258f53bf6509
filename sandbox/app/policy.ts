/** The addresses that the page must reach. */
export interface Reach {
  /** http(s) base URL of the member API. */
  readonly endpoint: string;
  /** ws(s) address of the media server; empty: there is none. */
  readonly mediaUrl: string;
}

/**
 * The Content-Security-Policy of the demo page: as strict as the elements allow, as an example for
 * integrators.
 */
export function contentSecurityPolicy({ endpoint, mediaUrl }: Reach): string {
  const directives = {
    'default-src': ["'none'"],
    // The effects are WebAssembly.
    'script-src': ["'self'", "'wasm-unsafe-eval'"],
    'style-src': ["'self'"],
    // Members' pictures may be on any host.
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

/** LiveKit's client also makes http(s) requests, to find out why a connection failed. */
function mediaSources(mediaUrl: string): string[] {
  const { host, protocol } = new URL(mediaUrl);
  const secure = protocol === 'wss:' ? 's' : '';
  // LiveKit Cloud redirects browsers to the nearest region.
  const hosts = host.endsWith('.livekit.cloud') ? [host, '*.livekit.cloud'] : [host];
  return hosts.flatMap((name) => [`ws${secure}://${name}`, `http${secure}://${name}`]);
}
