/**
 * Runs the unit tests of the guide, as they stand there, in an app that uses the package. They run
 * under the test runners and environments that the guide names.
 */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { installPackage, root, runTool } from './support/package.js';

const guide = readFileSync('docs/testing-with-the-mock.md', 'utf8');
const blocks = [...guide.matchAll(/^```javascript\n(.*?)^```$/gms)].map(([, code = '']) => code);
const texts = ['beforeEach', 'globals', 'transform: {}', 'presets'];
const [test, vitest, jestModules, jest] = texts.map((text) =>
  blocks.find((code) => code.includes(text)),
);
/** On a busy machine, the first room takes long to load. */
const patient = '--testTimeout=60000';

before(installPackage);

describe('the guide to testing with the mock', () => {
  for (const environment of ['jsdom', 'happy-dom']) {
    it(`holds under Vitest in ${environment}`, async () => {
      const folder = writeApp('vitest', {
        'package.json': '{ "type": "module" }',
        'vitest.config.js': vitest?.replace('jsdom', environment),
        'room.test.js': test,
      });
      const said = await runTool(
        folder,
        'vitest/vitest.mjs',
        'run',
        patient,
        '--hookTimeout=60000',
      );
      assert.match(said, /Tests +3 passed/);
      assert.doesNotMatch(said, /Unhandled|not implemented/i);
    });
  }

  it('holds under Jest with modules', async () => {
    const folder = writeApp('jest', {
      'package.json': '{ "type": "module" }',
      'jest.config.js': jestModules,
      'room.test.js': test,
    });
    const said = await runTool(folder, '--experimental-vm-modules', 'jest/bin/jest.js', patient);
    assert.match(said, /Tests: +3 passed/);
    assert.doesNotMatch(said, /not implemented|did not exit/i);
  });

  it('holds under Jest with CommonJS', async () => {
    const folder = writeApp('jest', {
      'package.json': '{}',
      'jest.config.cjs': jest,
      'room.test.js': test,
    });
    const said = await runTool(folder, 'jest/bin/jest.js', patient);
    assert.match(said, /Tests: +3 passed/);
    assert.doesNotMatch(said, /not implemented|did not exit/i);
  });

  it('is right about Jest’s error without its lines', async () => {
    const folder = writeApp('jest', {
      'package.json': '{}',
      'jest.config.cjs': jest?.replace(/transformIgnorePatterns.*\n/, ''),
      'room.test.js': test,
    });
    const said = await runTool(folder, 'jest/bin/jest.js', patient);
    assert.match(said, /Must use import to load ES Module/);
  });
});

/** Writes an app with these files, in a folder where imports find the package and the tools. */
function writeApp(app: string, files: Readonly<Record<string, string | undefined>>): string {
  const folder = join(root, 'apps', app, 'example');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    assert.ok(text, `the guide has no ${name}`);
    writeFileSync(join(folder, name), text);
  }
  return folder;
}
