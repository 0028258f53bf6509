/**
 * Tests the types of `ffc-elements/types/…` in the packed package: strict apps compile with them,
 * also one that names every attribute, property and event, and each framework's compiler finds the
 * deliberate mistakes.
 */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { nameEverything } from './support/every-name.js';
import { compile, installPackage } from './support/package.js';

const jsxApps = ['react-18', 'react-19', 'preact', 'solid'];

before(() => {
  installPackage();
  for (const app of [...jsxApps, 'vue', 'svelte', 'angular']) nameEverything(app);
  for (const app of ['react-18', 'react-19']) nameEverything(app, 'components');
});

describe('the types for JSX', () => {
  for (const app of jsxApps) {
    it(`accept the properties of the elements, and no others, in ${app}`, async () => {
      assert.equal(await compile('typescript/bin/tsc', '-p', `apps/${app}`), '');
    });
  }
});

describe("the types for Vue's strict templates", () => {
  it('accept the properties of the elements, and no others', async () => {
    assert.equal(await compile('vue-tsc/bin/vue-tsc.js', '-p', 'apps/vue'), '');
  });
});

describe('the types for Svelte', () => {
  it('accept the properties of the elements, and find each mistake', async () => {
    const args = ['--workspace', 'apps/svelte', '--tsconfig', './tsconfig.json'];
    const found = await compile('svelte-check/bin/svelte-check', ...args, '--output', 'machine');
    const errors = [...found.matchAll(/ERROR "([^/"]+)" (\d+):/g)];
    assert.deepEqual(
      errors.map(([, file, line]) => `${file}:${line}`),
      ['wrong.svelte:5', 'wrong.svelte:6', 'wrong.svelte:7', 'wrong.svelte:8'],
      found,
    );
  });
});

describe("what Angular's templates know behind CUSTOM_ELEMENTS_SCHEMA", () => {
  it('is the type of each event, and the class of each reference', async () => {
    const ngc = '@angular/compiler-cli/bundles/src/bin/ngc.js';
    const found = await compile(ngc, '-p', 'apps/angular/tsconfig.json');
    const errors = [...found.matchAll(/(\w+\.ts):(\d+):\d+ - error/g)];
    assert.deepEqual(
      errors.map(([, file, line]) => `${file}:${line}`),
      ['wrong.ts:9', 'wrong.ts:10'],
      found,
    );
  });
});
