import { serve } from '@hono/node-server';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { minifyTemplates } from '../scripts/bundling.js';
import { splitWords } from '../scripts/split-words.js';

export const contenders = [
  'plain',
  'ours',
  'components-react',
  'plain-prepared',
  'ours-prepared',
] as const;
export type ContenderName = (typeof contenders)[number];

export interface Pages<Name extends string = ContenderName> {
  url(name: Name): string;
  close(): void;
}

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  css: 'text/css',
  html: 'text/html',
};

/** Ours brings its own. */
const plain = `<style>
    #stage { display: grid; grid-template-columns: repeat(3, 1fr); }
    #stage video { inline-size: 100%; }
  </style>`;
const styles: Readonly<Record<string, string>> = {
  plain,
  'plain-prepared': plain,
  'components-react': '<link rel="stylesheet" href="/components-react.css">',
};

/**
 * Bundles pages for production and serves them on this machine. Our page gets the plugins of the
 * published build.
 */
export async function servePages<Name extends string>(
  names: readonly Name[],
): Promise<Pages<Name>> {
  const outDir = mkdtempSync(join(tmpdir(), 'ffc-bench-'));
  await build({
    configFile: false,
    logLevel: 'error',
    plugins: [splitWords(), minifyTemplates()],
    build: {
      outDir,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: Object.fromEntries(
          names.map((name) => [
            name,
            fileURLToPath(new URL(`./pages/${name}.ts`, import.meta.url)),
          ]),
        ),
        output: { entryFileNames: '[name].js', assetFileNames: '[name][extname]' },
      },
    },
  });
  const server = serve({
    hostname: '127.0.0.1',
    port: 0,
    fetch(request) {
      const path = new URL(request.url).pathname;
      try {
        const body = path.endsWith('.html')
          ? html(basename(path, '.html'))
          : readFileSync(join(outDir, path));
        const type = types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
        return new Response(body, { headers: { 'content-type': type } });
      } catch {
        return new Response(null, { status: 404 });
      }
    },
  });
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: (name) => `http://127.0.0.1:${port}/${name}.html`,
    close() {
      server.close();
      rmSync(outDir, { recursive: true });
    },
  };

  function html(name: string): string {
    return `<!doctype html><meta charset="utf-8"><title>${name}</title>
      <link rel="icon" href="data:,">${styles[name] ?? ''}
      <body style="margin: 0"><div id="stage"></div><script type="module" src="/${name}.js"></script>`;
  }
}
