import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

type Targets = string | { readonly types: string; readonly default: string };
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly exports: Readonly<Record<string, Targets>>;
};
const packed = packedFiles();
const entries = Object.entries(manifest.exports).filter(([, target]) => typeof target === 'object');

describe('the packed package', () => {
  it('holds every file that its exports name', () => {
    for (const [name, target] of Object.entries(manifest.exports)) {
      for (const path of typeof target === 'string' ? [target] : Object.values(target)) {
        const pattern = new RegExp(
          `^${path.slice(2).replaceAll('.', '\\.').replace('*', '[^/]+')}$`,
        );
        assert.ok(
          packed.some((file) => pattern.test(file)),
          `${name} names ${path}`,
        );
      }
    }
  });

  it('holds neither sources of tests nor of the sandbox, the stories or the scripts', () => {
    assert.deepEqual(
      packed.filter((file) => /^(test|sandbox|stories|scripts|\.)/.test(file)),
      [],
    );
  });

  it('satisfies publint', async () => {
    const { messages, pkg } = await publint({ pkgDir: '.', level: 'warning', strict: true });
    assert.deepEqual(
      messages.map((message) => formatMessage(message, pkg)),
      [],
    );
  });
});

describe('importing in Node, without a DOM', () => {
  for (const [name] of entries) {
    if (name.includes('*')) continue;
    it(`works for ffc-elements${name.slice(1)}`, () =>
      importInNode(`ffc-elements${name.slice(1)}`));
  }
  for (const file of packed.filter((path) => /^dist\/define\/[^/]+\.js$/.test(path))) {
    const specifier = `ffc-elements/define/${file.slice('dist/define/'.length, -'.js'.length)}`;
    it(`works for ${specifier}`, () => importInNode(specifier));
  }
});

/** Imports in a separate process, so that the modules of another test cannot make it work. */
function importInNode(specifier: string): void {
  execFileSync(
    process.execPath,
    ['--input-type=module', '--eval', `await import('${specifier}')`],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
}

function packedFiles(): string[] {
  const output = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [pack] = JSON.parse(output) as { readonly files: { readonly path: string }[] }[];
  assert.ok(pack);
  return pack.files.map(({ path }) => path);
}
