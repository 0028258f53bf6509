import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createServer as createVite, type ViteDevServer } from 'vite';
import type { PageFiles } from './page-server.js';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const indexFile = fileURLToPath(new URL('../page/index.html', import.meta.url));
const publicFolder = fileURLToPath(new URL('../page/public', import.meta.url));

/** The page straight from its source. `live`: open pages reload when that changes. */
export async function sourcePage(server: Server, live: boolean): Promise<PageFiles> {
  const vite = await startVite(server, live);
  return {
    async html() {
      const source = await readFile(indexFile, 'utf8');
      // The only change Vite makes is to add the client that reloads the page.
      return live ? vite.transformIndexHtml('/', source) : source;
    },
    serve: (request, response) => vite.middlewares(request, response),
    close: () => vite.close(),
  };
}

function startVite(server: Server, live: boolean): Promise<ViteDevServer> {
  return createVite({
    configFile: false,
    root: repository,
    publicDir: publicFolder,
    appType: 'custom',
    clearScreen: false,
    logLevel: 'warn',
    server: {
      middlewareMode: true,
      hmr: live ? { server } : false,
      ...(!live && { ws: false as const }),
      watch: live
        ? { ignored: ['**/test/**', '**/dist/**', '**/cdn/**', '**/storybook-static/**'] }
        : null,
      fs: { allow: [repository] },
    },
    // All that the page imports is ESM already. Bundled first, a dependency that is imported
    // late, as the media library is, would reload the page in the middle of a call.
    optimizeDeps: { noDiscovery: true, include: [] },
  });
}
