/**
 * Writes the version of `package.json` into the module for reports of failures. `npm run release`
 * runs it.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly version: string;
};
const file = 'src/core/versions.ts';
const code = readFileSync(file, 'utf8');
writeFileSync(file, code.replace(/('ffc-elements': ')[^']+/, `$1${version}`));
