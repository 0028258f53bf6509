/**
 * Creates a new element in house style, as a part of a room, with all of its files:
 *
 *     npm run new:element call-timer
 *
 * The script writes the element, its styles, the module that defines it, stories and a test. It
 * adds the class to `src/index.ts`, an entry to `package.json` and a guide to Storybook. The author
 * replaces the content.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { elementFiles, type ElementNames } from './new-element-files.js';

const guides = 'stories/element-guides/elements.ts';

/**
 * Writes the files below `root`, and returns their paths.
 *
 * @throws {Error} If the name is invalid, or if one of the files exists already.
 */
export function writeElement(given: string, root = '.'): readonly string[] {
  const names = namesOf(given);
  const files = elementFiles(names);
  for (const path of Object.keys(files)) {
    if (existsSync(join(root, path))) throw new Error(`${path} is there already.`);
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  addToIndex(names, join(root, 'src/index.ts'));
  addToPackage(names, join(root, 'package.json'));
  addToGuides(names, join(root, guides));
  const written = [...Object.keys(files), 'src/index.ts', 'package.json', guides];
  execFileSync('prettier', ['--write', '--log-level', 'warn', ...written], { cwd: root });
  return written;
}

/** All names of an element: `call-timer`, `ffc-call-timer` and `<ffc-call-timer>` are the same. */
function namesOf(given: string): ElementNames {
  const name = given.replace(/^<?(ffc-)?|>$/g, '');
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    throw new Error('Usage: npm run new:element NAME, in lower case with hyphens, like call-timer');
  }
  const camel = name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const pascal = camel.charAt(0).toUpperCase() + camel.slice(1);
  return { name, tag: `ffc-${name}`, camel, className: `Ffc${pascal}Element` };
}

function addToIndex({ name, className }: ElementNames, path: string): void {
  const lines = readFileSync(path, 'utf8').split('\n');
  const isElement = (line: string): boolean => /^export \{ Ffc\w+Element \}/.test(line);
  const line = `export { ${className} } from './elements/${name}/${name}.js';`;
  const before = lines.findIndex((other) => isElement(other) && other > line);
  lines.splice(before < 0 ? lines.findLastIndex(isElement) + 1 : before, 0, line);
  writeFileSync(path, lines.join('\n'));
}

/** Adds a guide for the element's docs page in Storybook. The author replaces its text. */
function addToGuides({ tag }: ElementNames, path: string): void {
  const guide = `  '${tag}': {
    use: 'The title of the room, on its own.',
    states: { 'In a call': 'The title.', 'No room': 'Nothing.' },
    dos: ['Give it a line of its own.'],
    donts: ['Don’t repeat what the header of the call says.'],
  },
};
`;
  const text = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    text.replace(/\};\n$/, () => guide),
  );
}

function addToPackage({ name, tag }: ElementNames, path: string): void {
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as {
    exports: Record<string, unknown>;
  };
  const entry = {
    types: `./dist/elements/${name}/${name}.d.ts`,
    default: `./dist/elements/${name}/${name}.js`,
  };
  const entries = Object.entries(manifest.exports);
  const last = entries.findLastIndex(([key]) => key.startsWith('./ffc-'));
  manifest.exports = Object.fromEntries(entries.toSpliced(last + 1, 0, [`./${tag}`, entry]));
  writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    console.log(writeElement(process.argv[2] ?? '').join('\n'));
    console.log('Then: `npm run manifest`, and `npm test`.');
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
