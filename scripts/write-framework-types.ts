/**
 * Writes `dist/types/`, the types of all elements for each framework, `dist/react/`, and the data
 * for editors. The build runs it.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readControlTable } from './control-table.js';
import { editorFiles } from './framework-types/editor-data.js';
import { typeFiles } from './framework-types/files.js';
import { readElements } from './framework-types/model.js';
import { reactFiles } from './framework-types/react-components.js';

const elements = readElements();
write('dist/types', typeFiles(elements));
write('dist/react', reactFiles(elements));
write('dist', editorFiles(await readControlTable()));
write('dist', new Map([['custom-elements.json', shippedManifest()]]));
// A bundler that keeps the import of the types gets an empty module instead of a failure.
writeFileSync('dist/types/none.js', 'export {};\n');

function write(folder: string, files: ReadonlyMap<string, string>): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of files) writeFileSync(`${folder}/${name}`, text);
}

/** The manifest with the paths of the built modules, which pages import. */
function shippedManifest(): string {
  const built = (path: string): string =>
    path.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');
  const isPath = (key: string): boolean => key === 'path' || key === 'module';
  const manifest: unknown = JSON.parse(
    readFileSync('custom-elements.json', 'utf8'),
    (key, value) => (isPath(key) && typeof value === 'string' ? built(value) : (value as unknown)),
  );
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
