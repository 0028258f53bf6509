/**
 * Generates modules from the controls in `src/controls/`: for each control the module that
 * registers it with its tag, and two lists for the control bar: the controls that load with it, and
 * those that load after it (`src/controls/later/`). `npm run manifest` runs it.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { type ControlRow, readControlTable } from './control-table.js';

const folder = 'src/define/';
const list = `${folder}all-controls.ts`;
const laterList = `${folder}later-controls.ts`;
const note = '// Written by `npm run manifest`.\n';

/** The expected modules, by path. */
export async function controlEntries(): Promise<ReadonlyMap<string, string>> {
  const table = await readControlTable();
  const [first, later] = [table.filter((row) => !isLater(row)), table.filter(isLater)];
  return new Map([
    ...table.map((row) => [pathOf(row), entryOf(row)] as const),
    [list, listOf(first)],
    [laterList, listOf(later)],
  ]);
}

function isLater({ module }: ControlRow): boolean {
  return module.startsWith('later/');
}

function listOf(table: readonly ControlRow[]): string {
  return `${note}${table.map(({ tag }) => `import './${tag}.js';\n`).join('')}`;
}

/** The stale modules with their expected content; undefined for a module to remove. */
export async function staleControlEntries(): Promise<ReadonlyMap<string, string | undefined>> {
  const wanted = await controlEntries();
  const written = readdirSync(folder)
    .map((file) => folder + file)
    .filter((path) => readFileSync(path, 'utf8').startsWith(note));
  const stale = new Map<string, string | undefined>();
  for (const path of written) if (!wanted.has(path)) stale.set(path, undefined);
  for (const [path, text] of wanted) {
    if (!written.includes(path) || readFileSync(path, 'utf8') !== text) stale.set(path, text);
  }
  return stale;
}

function pathOf({ tag }: ControlRow): string {
  return `${folder}${tag}.ts`;
}

function entryOf({ tag, module, value }: ControlRow): string {
  return `${note}import { ${value} } from '../controls/${module}.js';
import type { FfcControlElement } from '../parts/control-element.js';
import { registerBuiltInControl } from '../parts/controls.js';

registerBuiltInControl(${value});

declare global {
  interface HTMLElementTagNameMap {
    '${tag}': FfcControlElement;
  }
}
`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const [path, text] of await staleControlEntries()) {
    if (text === undefined) rmSync(path);
    else writeFileSync(path, text);
    console.log(path);
  }
}
