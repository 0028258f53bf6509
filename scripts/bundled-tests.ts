import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { build, type OutputFile, type Plugin } from 'esbuild';

/** The used members of the test runner's plugin. */
interface BundlePlugin {
  readonly name: string;
  serverStart(): Promise<void>;
  serve(request: { readonly path: string }): { body: string; type: string } | undefined;
}

/**
 * Bundles the tests that run in browsers, and puts the code that they share into chunks. Otherwise
 * each test file would request some 250 modules one by one, which took longer than the tests.
 *
 * Each test keeps its address, and each module its own one, for tests that load a module anew.
 */
export function bundledTests(patterns: readonly string[]): BundlePlugin {
  const outputs = new Map<string, string>();
  return {
    name: 'bundled-tests',
    async serverStart() {
      const { outputFiles } = await build({
        entryPoints: globSync([...patterns]),
        bundle: true,
        splitting: true,
        format: 'esm',
        target: 'es2022',
        conditions: ['browser', 'development'],
        // The examples import this package by its name, as apps do.
        alias: { 'ffc-elements/parts': './src/parts/index.ts' },
        // The modules of the test runner itself.
        external: ['/__web-*'],
        // The examples have side effects, but package.json lists only those of the package.
        ignoreAnnotations: true,
        sourcemap: 'inline',
        outbase: '.',
        outdir: '.',
        chunkNames: 'test/chunks/[hash]',
        plugins: [ownAddresses],
        write: false,
      });
      for (const file of outputFiles) outputs.set(addressOf(file), file.text);
    },
    serve({ path }) {
      const body = outputs.get(path);
      return body === undefined ? undefined : { body, type: 'js' };
    },
  };
}

/** The address of an output. The test runner requests a test by the name of its source. */
function addressOf({ path }: OutputFile): string {
  return `/${relative('.', path)}`.replace(/\.test\.js$/, '.test.ts');
}

/** Keeps `import.meta.url`, which would be the address of a chunk. */
const ownAddresses: Plugin = {
  name: 'own-addresses',
  setup(bundle) {
    bundle.onLoad({ filter: /\/(?:src|test)\/.*\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      if (!source.includes('import.meta.url')) return undefined;
      const own = `(location.origin + ${JSON.stringify(`/${relative('.', path)}`)})`;
      return { contents: source.replaceAll('import.meta.url', own), loader: 'ts' };
    });
  },
};
