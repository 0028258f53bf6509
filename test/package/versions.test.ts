import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { versions } from '../../src/core/versions.js';

test('the versions in a report of a failure are those of the package', () => {
  const { version, dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly version: string;
    readonly dependencies: Readonly<Record<string, string>>;
  };
  assert.deepEqual(versions, {
    'ffc-elements': version,
    // All tests run with the oldest version of the range.
    'livekit-client': dependencies['livekit-client']?.replace('^', ''),
  });
});
