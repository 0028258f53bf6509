/** Writes `dist/types/`, the types of all elements for each framework. The build runs it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { typeFiles } from './framework-types/files.js';
import { readElements } from './framework-types/model.js';

const folder = 'dist/types';
mkdirSync(folder, { recursive: true });
for (const [name, text] of typeFiles(readElements())) writeFileSync(`${folder}/${name}`, text);
// So that an import of the types for their effect loads nothing, in place of failing.
writeFileSync(`${folder}/none.js`, 'export {};\n');
