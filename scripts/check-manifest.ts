/**
 * Fails if `custom-elements.json` or the entry of a control is stale, or if the manifest lacks a
 * description, a base class, an event, a part, a slot or a CSS property of an element. Also fails if
 * nothing dispatches or answers a declared event, or if an element fires an undocumented event.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, matchesGlob, relative } from 'node:path';
import { stageParts, tileParts } from '../src/elements/shared/call-part-names.js';
import { prejoinParts } from '../src/elements/shared/part-names.js';
import { staleControlEntries } from './control-entries.js';
import { readEventTable } from './event-table.js';

interface Named {
  readonly name: string;
  readonly description?: string;
}
interface Declaration extends Named {
  readonly tagName?: string;
  readonly summary?: string;
  readonly superclass?: { readonly module?: string };
  readonly members?: readonly Named[];
  readonly attributes?: readonly Named[];
  readonly events?: readonly Named[];
  readonly cssParts?: readonly Named[];
  readonly slots?: readonly Named[];
  readonly cssProperties?: readonly Named[];
}
interface Manifest {
  readonly modules: readonly { readonly path: string; readonly declarations: Declaration[] }[];
}

const problems: string[] = [];
const fresh = analyze();
const committed = readFileSync('custom-elements.json', 'utf8');
if (fresh.trim() !== committed.trim()) {
  problems.push('custom-elements.json is stale: run `npm run manifest` and commit it.');
}

for (const path of (await staleControlEntries()).keys()) {
  problems.push(`${path} is stale: run \`npm run manifest\` and commit it.`);
}

const manifest = JSON.parse(fresh) as Manifest;
// A path in a variable, because the configuration is no TypeScript and has no types.
const configuration = '../custom-elements-manifest.config.js';
const { globs } = ((await import(configuration)) as { default: { globs: readonly string[] } })
  .default;
let elements = 0;
for (const { path, declarations } of manifest.modules) {
  for (const declaration of declarations) {
    if (!declaration.tagName) continue;
    elements++;
    const where = `<${declaration.tagName}> (${path})`;
    if (!declaration.description) problems.push(`${where}: no description`);
    if (!declaration.summary) problems.push(`${where}: no summary, which editors show`);
    const groups = [
      'members',
      'attributes',
      'events',
      'cssParts',
      'slots',
      'cssProperties',
    ] as const;
    for (const group of groups) {
      for (const entry of declaration[group] ?? []) {
        if (!entry.description?.trim()) {
          problems.push(`${where}: ${group} "${entry.name}" has no description`);
        }
      }
    }
    const base = declaration.superclass?.module?.slice(1).replace(/\.js$/, '.ts') ?? '';
    if (!globs.some((glob) => matchesGlob(base, glob))) {
      problems.push(`${where}: its base class, in ${base}, is not among the globs of the manifest`);
    }
    compareWithTemplates(where, path, declaration);
  }
}
compareWithPartNames(manifest);
await compareWithEventTable(manifest);
const defined = readdirSync('src/define').filter((file) => file.startsWith('ffc-')).length;
if (elements !== defined) {
  problems.push(`${defined} elements are defined, ${elements} have a @tag in their doc block.`);
}

if (problems.length > 0) {
  console.error(problems.map((problem) => `✗ ${problem}`).join('\n'));
  process.exit(1);
}
console.log(`custom-elements.json is fresh and documents all of ${elements} elements`);

function analyze(): string {
  const outdir = mkdtempSync(join(tmpdir(), 'ffc-manifest-'));
  try {
    execFileSync('cem', ['analyze', '--config', 'custom-elements-manifest.config.js', '--quiet'], {
      env: { ...process.env, FFC_MANIFEST_DIR: relative('.', outdir) },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return readFileSync(join(outdir, 'custom-elements.json'), 'utf8');
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/**
 * Checks that an element documents the parts, slots and CSS properties in the templates of its
 * folder.
 */
function compareWithTemplates(where: string, path: string, declaration: Declaration): void {
  const folder = dirname(path);
  const source = readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n')
    .replace(/\/\*\*[\s\S]*?\*\//g, '');
  const used = {
    cssParts: new Set(
      [...source.matchAll(/\spart="([a-z -]+)"/g)].flatMap((m) => m[1]?.split(' ') ?? []),
    ),
    slots: new Set([...source.matchAll(/<slot(?:\s+name="([a-z-]+)")?/g)].map((m) => m[1] ?? '')),
    cssProperties: new Set([...source.matchAll(/var\(\s*(--ffc-[a-z-]+)/g)].map((m) => m[1] ?? '')),
  };
  for (const group of ['cssParts', 'slots', 'cssProperties'] as const) {
    const documented = new Set(declaration[group]?.map(({ name }) => name));
    for (const name of used[group]) {
      if (!documented.has(name)) problems.push(`${where}: ${group} "${name}" is not documented`);
    }
  }
}

/** Checks that an element and the element around it both document the parts that are exported. */
function compareWithPartNames({ modules }: Manifest): void {
  const declarations = modules.flatMap((module) => module.declarations);
  const partsOf = (tag: string): ReadonlySet<string> => {
    const declaration = declarations.find(({ tagName }) => tagName === tag);
    return new Set(declaration?.cssParts?.map(({ name }) => name));
  };
  for (const [tag, names, around] of [
    ['ffc-participant-tile', tileParts, 'ffc-stage'],
    ['ffc-stage', stageParts, 'ffc-room'],
    ['ffc-prejoin', prejoinParts, 'ffc-room'],
  ] as const) {
    const listed = new Set<string>(names);
    const documented = partsOf(tag);
    for (const name of new Set([...listed, ...documented])) {
      if (listed.has(name) && documented.has(name)) continue;
      problems.push(`<${tag}>: part "${name}" is not both documented and in part-names.ts`);
    }
    for (const name of listed) {
      if (partsOf(around).has(name)) continue;
      problems.push(`<${around}>: part "${name}" of <${tag}> is not documented`);
    }
  }
}

/** Checks that code uses each declared event, and that elements document the events they create. */
async function compareWithEventTable({ modules }: Manifest): Promise<void> {
  const table = await readEventTable();
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('events/') && file !== 'index.ts')
    .map((file) => ({ folder: dirname(`src/${file}`), text: readFileSync(`src/${file}`, 'utf8') }));
  const elements = modules.flatMap(({ path, declarations }) =>
    declarations
      .filter(({ tagName }) => tagName)
      .map(({ tagName, events = [] }) => ({
        where: `<${tagName}> (${path})`,
        folder: dirname(path),
        names: new Set(events.map(({ name }) => name)),
      })),
  );
  for (const { name, className, path } of table) {
    if (!elements.some(({ names }) => names.has(name))) {
      problems.push(`${name} (${path}): no element has it`);
    }
    // Code may create the events of an exported list in a loop, without their names.
    const lists = [...readFileSync(path, 'utf8').matchAll(/export const (\w+) = \[([^\]]*)\]/g)];
    const list = lists.find(([, , classes = '']) => classes.includes(className))?.[1];
    if (
      !files.some(
        ({ text }) =>
          text.includes(className) ||
          text.includes(`'${name}'`) ||
          (list !== undefined && text.includes(list)),
      )
    ) {
      problems.push(`${name} (${path}): nothing dispatches or answers it`);
    }
    for (const { where, folder, names } of elements) {
      const makes = files.some((file) => {
        return file.folder === folder && file.text.includes(`new ${className}(`);
      });
      if (makes && !names.has(name)) problems.push(`${where}: @fires ${name} is missing`);
    }
  }
}
