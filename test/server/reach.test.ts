import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { it } from 'node:test';

const root = fileURLToPath(new URL('../../src', import.meta.url));

/** Returns all modules that the entries import, directly or not, and their external imports. */
function reach(entries: readonly string[]) {
  const modules = new Set<string>();
  const outside = new Set<string>();
  const visit = (file: string): void => {
    if (modules.has(file)) return;
    modules.add(file);
    // The examples in doc blocks import files of a page, so comments are removed.
    const source = readFileSync(file, 'utf8').replaceAll(/\/\*\*[\s\S]*?\*\//g, '');
    for (const [, name = ''] of source.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)) {
      if (name.startsWith('.')) visit(join(dirname(file), name.replace(/\.js$/, '.ts')));
      else outside.add(name);
    }
  };
  for (const entry of entries) visit(join(root, entry));
  return { modules: [...modules].map((file) => relative(root, file)), outside: [...outside] };
}

it('the server kit is out of reach of every browser entry', () => {
  const defines = globSync('define/*.ts', { cwd: root });
  const { modules } = reach([
    'index.ts',
    'headless.ts',
    'mock/index.ts',
    'parts/index.ts',
    ...defines,
  ]);
  assert.ok(modules.includes('api/client.ts'));
  assert.deepEqual(
    modules.filter((file) => file.startsWith('server')),
    [],
  );
});

it('the server kit needs neither Node, nor a DOM, nor the media library', () => {
  const { modules, outside } = reach(['server/index.ts']);
  assert.deepEqual(outside, ['valibot']);
  assert.deepEqual(
    modules.filter((file) => !/^(server|api|core)\//.test(file)),
    [],
  );
});
