import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const manifest = read('package.json') as {
  readonly customElements: string;
  readonly dependencies: Readonly<Record<string, string>>;
};
const [pack] = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }),
) as { readonly files: readonly { readonly path: string }[] }[];
const packed = new Set(pack?.files.map(({ path }) => path));

describe('the files of the package', () => {
  it('include each module that the manifest of elements names', () => {
    assert.ok(packed.has(manifest.customElements));
    const text = readFileSync(manifest.customElements, 'utf8');
    const paths = [...text.matchAll(/"(?:path|module)": "([^"]+)"/g)].map(([, path = '']) => path);
    assert.ok(paths.length > 20);
    assert.deepEqual(
      paths.filter((path) => !packed.has(path)),
      [],
    );
  });

  it('include each file that README links to', () => {
    const links = [...readFileSync('README.md', 'utf8').matchAll(/\]\(([^)]+)\)/g)].map(
      ([, link = '']) => link.replace(/#.*$/, ''),
    );
    const files = links.filter((link) => link && !/^\w+:/.test(link));
    assert.ok(files.length > 3);
    assert.deepEqual(
      files.filter((file) => !packed.has(file)),
      [],
    );
  });

  it('include the source of each declaration, to which editors go', () => {
    const declarations = [...packed].filter((path) =>
      /^dist\/(?!react|types).*\.d\.ts$/.test(path),
    );
    const maps = [...packed].filter((path) => path.endsWith('.d.ts.map'));
    assert.deepEqual(
      declarations.filter((path) => !packed.has(`${path}.map`)),
      [],
    );
    assert.ok(maps.length > 400);
    for (const path of maps) {
      const { sources } = read(path) as { readonly sources: readonly string[] };
      const missing = sources.filter((source) => !packed.has(join(dirname(path), source)));
      assert.deepEqual(missing, [], path);
    }
  });

  it('include a hash of each bundle, alone and as an import map', () => {
    const hashes = read('cdn/integrity.json') as Readonly<Record<string, string>>;
    const bundles = [...packed].filter((path) => /^cdn\/.*\.js$/.test(path));
    assert.deepEqual(
      Object.keys(hashes).sort(),
      bundles.map((path) => path.replace('cdn/', './')).sort(),
    );
    for (const path of bundles) {
      const digest = createHash('sha384').update(readFileSync(path)).digest('base64');
      assert.equal(hashes[path.replace('cdn/', './')], `sha384-${digest}`);
    }
    assert.deepEqual(read('cdn/import-map.json'), { integrity: hashes });
  });

  it('include the license of each library in the bundles', () => {
    const notices = readFileSync('cdn/THIRD-PARTY-NOTICES.txt', 'utf8');
    for (const name of ['lit', 'lit-html', 'livekit-client', '@livekit/protocol', 'valibot']) {
      assert.match(notices, new RegExp(`^${name} \\d`, 'm'));
    }
    assert.match(notices, /Apache License/);
    assert.match(notices, /BSD-3-Clause|Redistribution and use/);
  });

  it('share lit and livekit-client with an app that has a newer version', () => {
    const { packages } = read('package-lock.json') as {
      readonly packages: Readonly<Record<string, { readonly version?: string }>>;
    };
    for (const [name, range] of Object.entries(manifest.dependencies)) {
      // All tests run with the oldest version of the range.
      assert.equal(range, `^${packages[`node_modules/${name}`]?.version}`);
    }
  });
});
