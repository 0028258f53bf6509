import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { writeElement } from '../../scripts/new-element.js';

/** The files that the script reads, and those that check its output. */
const needed = [
  '.prettierrc.json',
  '.prettierignore',
  '.storybook',
  'custom-elements.json',
  'custom-elements-manifest.config.js',
  'eslint.config.js',
  'examples',
  'package.json',
  'sandbox',
  'scripts',
  'src',
  'stories',
  'test',
  'tsconfig.json',
];

describe('npm run new:element', () => {
  let root: string;
  let written: readonly string[];
  const run = (command: string, ...args: readonly string[]): void => {
    const path = resolve('node_modules/.bin', command);
    try {
      execFileSync(path, args, { cwd: root, encoding: 'utf8', stdio: 'pipe' });
    } catch (error) {
      const { stdout, stderr } = error as { readonly stdout: string; readonly stderr: string };
      assert.fail(`${command} complains: ${stdout}${stderr}`);
    }
  };

  before(() => {
    root = mkdtempSync(join(tmpdir(), 'ffc-new-element-'));
    for (const path of needed) cpSync(path, join(root, path), { recursive: true });
    symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
    written = writeElement('<ffc-call-clock>', root);
  });

  after(() => rmSync(root, { recursive: true }));

  it('writes the element, its styles, its definition, a story and a test', () => {
    assert.deepEqual(written, [
      'src/elements/call-clock/call-clock.ts',
      'src/elements/call-clock/call-clock-styles.ts',
      'src/define/ffc-call-clock.ts',
      'stories/ffc-call-clock.stories.ts',
      'test/elements/call-clock.test.ts',
      'src/index.ts',
      'package.json',
      'stories/element-guides/elements.ts',
    ]);
  });

  it('exports the class, and gives the element an entry', () => {
    const index = readFileSync(join(root, 'src/index.ts'), 'utf8');
    assert.match(index, /export \{ FfcCallClockElement \} from '.*\/call-clock\.js';/);
    const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      readonly exports: Readonly<Record<string, { readonly default: string }>>;
    };
    assert.equal(exports['./ffc-call-clock']?.default, './dist/elements/call-clock/call-clock.js');
  });

  it('writes files that the compiler, the linter and the formatter accept', () => {
    const sources = written.filter((path) => path.endsWith('.ts'));
    run('tsc', '--noEmit', '-p', '.');
    run('eslint', ...sources);
    run('prettier', '--check', ...written);
  });

  it('documents the element as completely as the manifest demands', () => {
    run('cem', 'analyze', '--config', 'custom-elements-manifest.config.js', '--quiet');
    run('tsx', 'scripts/check-manifest.ts');
  });

  it('takes no name that is none, and overwrites nothing', () => {
    assert.throws(() => writeElement('Call Clock', root), /lower case/);
    assert.throws(() => writeElement('', root), /Usage/);
    assert.throws(() => writeElement('call-clock', root), /is there already/);
  });
});
