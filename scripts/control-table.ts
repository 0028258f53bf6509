/** Reads the controls in `src/controls/`, for their tags and parts in the manifest. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';
import type { Control } from '../src/parts/controls.js';

/** The facts of one control, from its value and its doc block. */
export interface ControlRow {
  /** The file in `src/controls/`, without its ending. One in `later/` loads after a call begins. */
  readonly module: string;
  /** The name of the exported value. */
  readonly value: string;
  readonly name: string;
  readonly tag: string;
  /** The doc block's text, in one line. */
  readonly description: string;
  /** The events in the doc block's `@fires` lines. */
  readonly fires: readonly string[];
  /** Whether an element of the page can use it by its name, because no menu is needed. */
  readonly isCommand: boolean;
}

const folder = new URL('../src/controls/', import.meta.url);

/** All controls of this package, by their names. */
export async function readControlTable(): Promise<readonly ControlRow[]> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.replaceAll('\\', '/'));
  const rows = await Promise.all(files.sort().map(readModule));
  return rows.flat();
}

async function readModule(file: string): Promise<readonly ControlRow[]> {
  const url = new URL(file, folder);
  const source = ts.createSourceFile(file, readFileSync(url, 'utf8'), ts.ScriptTarget.ES2022, true);
  const values = (await import(pathToFileURL(fileURLToPath(url)).href)) as Record<string, unknown>;
  return source.statements.filter(ts.isVariableStatement).flatMap((statement) => {
    const [declaration] = statement.declarationList.declarations;
    const exported = declaration?.name.getText() ?? '';
    const value = values[exported];
    if (!isControl(value)) return [];
    const [doc] = ts.getJSDocCommentsAndTags(statement).filter(ts.isJSDoc);
    const description = oneLine(ts.getTextOfJSDocComment(doc?.comment));
    if (!description) throw new Error(`src/controls/${file}: the control has no doc block.`);
    const fires = (doc?.tags ?? [])
      .filter(({ tagName }) => tagName.text === 'fires')
      .map(({ comment }) => oneLine(ts.getTextOfJSDocComment(comment)));
    const { name, tag = `ffc-${name}-button`, request } = value;
    const module = file.replace(/\.ts$/, '');
    return { module, value: exported, name, tag, description, fires, isCommand: !!request };
  });
}

function isControl(value: unknown): value is Control {
  return typeof value === 'object' && value !== null && 'name' in value && 'icon' in value;
}

function oneLine(text: string | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}
