import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PageFiles } from './page-server.js';

/** The folder of the page beside the published bundle. The repository does not have it. */
const shipped = fileURLToPath(new URL('./page', import.meta.url));

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.wasm': 'application/wasm',
  '.tflite': 'application/octet-stream',
};

/** The built page in a folder. Default: the page of the package; undefined in the repository. */
export function builtPage(folder = shipped): PageFiles | undefined {
  // The build keeps the path that the page has in the repository.
  const index = join(folder, 'sandbox/page/index.html');
  if (!existsSync(index)) return undefined;
  // Only these paths are served, so that no spelling of a path can leave the folder.
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
