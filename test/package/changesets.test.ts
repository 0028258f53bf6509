/** Tests on a copy of the needed files that changesets set the versions and the changelog. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';

test('a changeset becomes a version, which reports name, and a line of the changelog', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ffc-changesets-'));
  try {
    for (const name of ['package.json', '.changeset', 'src/core/versions.ts']) {
      cpSync(name, join(folder, name), { recursive: true });
    }
    const changeset = "---\n'ffc-elements': minor\n---\n\nRooms can be painted.\n";
    writeFileSync(join(folder, '.changeset/painted.md'), changeset);
    const run = (...args: readonly string[]): void => {
      execFileSync(process.execPath, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
    };
    execFileSync('git', ['init', '--quiet', '--initial-branch=main'], { cwd: folder });
    run(resolve('node_modules/@changesets/cli/bin.js'), 'version');
    run('--import', import.meta.resolve('tsx'), resolve('scripts/write-versions.ts'));

    const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
    const { version } = JSON.parse(read('package.json')) as { readonly version: string };
    assert.notEqual(
      version,
      (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version,
    );
    assert.match(read('CHANGELOG.md'), new RegExp(`## ${version}[\\s\\S]*Rooms can be painted\\.`));
    assert.match(read('src/core/versions.ts'), new RegExp(`'ffc-elements': '${version}'`));
    assert.deepEqual(
      readdirSync(join(folder, '.changeset')).filter((name) => name.endsWith('.md')),
      [],
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
