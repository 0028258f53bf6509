import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { builtPage } from './built-page.js';

export interface PageServerOptions {
  /** Answers requests for paths below `/ffc/`. */
  readonly backend: (request: IncomingMessage, response: ServerResponse) => void;
  /** Whether the server answers requests with this `Host` header. */
  readonly isMeant: (host: string | undefined) => boolean;
  /** The Content-Security-Policy of the page, for the host name that the browser used. */
  readonly policy: (hostname: string) => string;
  /** Whether open pages reload when their source changes. */
  readonly live: boolean;
  /** The folder of the built page. Undefined: the one beside this bundle, or the source. */
  readonly pageFolder: string | undefined;
}

export interface PageServer {
  readonly server: Server;
  /** Closes the further resources of the server, besides its port. */
  readonly close: () => Promise<void>;
}

/** The source of the page: its source files, or those of a build. */
export interface PageFiles {
  /** The HTML of the page. */
  readonly html: () => Promise<string>;
  /** Answers requests for all else. */
  readonly serve: (request: IncomingMessage, response: ServerResponse) => void;
  readonly close: () => Promise<void>;
}

/** Makes the server of the demo app: its page and its backend. */
export async function createPageServer(options: PageServerOptions): Promise<PageServer> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').replace(/\?.*/s, '');
    if (!options.isMeant(request.headers.host)) {
      response
        .writeHead(421, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' })
        .end('This sandbox does not answer under this name: see --allow-host.\n');
      return;
    }
    // Vite throws when the request target is not a path.
    if (!path.startsWith('/')) response.writeHead(400).end();
    else if (path.startsWith('/ffc/')) options.backend(request, response);
    else if (path === '/' || isEmbed(path)) {
      servePage(request, response, path).catch(() => response.destroy());
    } else files.serve(request, response);
  });
  // The published package has neither the source files nor Vite.
  const files =
    builtPage(options.pageFolder) ??
    (await (await import('./source-page.js')).sourcePage(server, options.live));
  return { server, close: files.close };

  async function servePage(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
  ): Promise<void> {
    const hostname = URL.parse(`http://${request.headers.host ?? ''}`)?.hostname ?? 'localhost';
    const html = await files.html();
    const policy = options.policy(hostname);
    response
      .writeHead(200, {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': isEmbed(path)
          ? // Embed URLs are meant to be opened in frames.
            policy.replace(/frame-ancestors [^;]*/, 'frame-ancestors *')
          : policy,
        // The address of a room may hold a token, which no `Referer` header may pass on.
        ...(isEmbed(path) && { 'Referrer-Policy': 'no-referrer' }),
        'Cache-Control': 'no-store',
      })
      .end(html);
  }
}

/** Whether a path is the one of an embed URL. */
function isEmbed(path: string): boolean {
  return path.startsWith('/vicollo-apps/');
}
