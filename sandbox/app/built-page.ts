import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PageFiles } from './page-server.js';

/** Beside the bundle of this sandbox that npm ships; not there in the repository. */
const shipped = fileURLToPath(new URL('./page', import.meta.url));

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
};

/** The page as it was built into a folder, or into the package; undefined in the repository. */
export function builtPage(folder = shipped): PageFiles | undefined {
  // The build keeps the path that the page has in the repository.
  const index = join(folder, 'sandbox/page/index.html');
  if (!existsSync(index)) return undefined;
  // A path that is not one of these leads nowhere, whatever it is spelled like.
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = new Map(names.map((name) => [`/${name.split(sep).join('/')}`, join(folder, name)]));
  return {
    html: () => readFile(index, 'utf8'),
    serve(request, response) {
      const path = (request.url ?? '/').replace(/\?.*/s, '');
      const file = files.get(path);
      const type = types[extname(path)];
      if (!file || !type) return void response.writeHead(404).end();
      readFile(file).then(
        (content) => response.writeHead(200, { 'Content-Type': type }).end(content),
        () => response.destroy(),
      );
    },
    close: () => Promise.resolve(),
  };
}
