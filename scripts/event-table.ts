/** Reads the events in `src/events/`, for the manifest's `@fires` rows, and for their check. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';
import type { FfcEvent } from '../src/events/event.js';

/** The facts of one event, from its declaration and its doc block. */
export interface EventRow {
  /** The name that listeners use. */
  readonly name: string;
  readonly className: string;
  /** The first paragraph of the class's doc block, and whether the event can be cancelled. */
  readonly description: string;
  /** The tags of the elements that always may fire it: the file's `@firedby`. */
  readonly firedBy: readonly string[];
  /** The path of the declaration, from the root of the repository. */
  readonly path: string;
}

const folder = new URL('../src/events/', import.meta.url);

/** All events in the order of files and of declarations. */
export async function readEventTable(): Promise<readonly EventRow[]> {
  const files = readdirSync(folder).filter((file) => /-events?\.ts$/.test(file));
  const rows = await Promise.all(files.sort().map(readModule));
  return rows.flat();
}

async function readModule(file: string): Promise<readonly EventRow[]> {
  const url = new URL(file, folder);
  const path = `src/events/${file}`;
  const text = readFileSync(url, 'utf8');
  const firedBy = /^\/\*\*[\s\S]*?@firedby ([a-z -]+)[\s\S]*?\*\//.exec(text)?.[1]?.split(' ');
  if (!firedBy) throw new Error(`${path}: its first comment has no @firedby.`);
  const declared = (await import(pathToFileURL(fileURLToPath(url)).href)) as Record<
    string,
    unknown
  >;
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  return source.statements.filter(isExportedClass).map((declaration) => {
    const className = declaration.name?.text ?? '';
    const { name, cancelable } = describe(declared[className], `${path}: ${className}`);
    const sentence = firstParagraph(declaration);
    if (!sentence) throw new Error(`${path}: ${className} has no doc block.`);
    const description = cancelable ? `${sentence} Cancelable.` : sentence;
    return { name, className, description, firedBy, path };
  });
}

function isExportedClass(statement: ts.Statement): statement is ts.ClassDeclaration {
  return (
    ts.isClassDeclaration(statement) &&
    statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true
  );
}

function describe(declared: unknown, where: string): { name: string; cancelable: boolean } {
  const EventClass = declared as { readonly type?: string } & (new () => FfcEvent);
  const name = EventClass.type;
  if (!name) throw new Error(`${where} is not made by declareEvent().`);
  const expected = `Ffc${name.replace(/^ffc/, '').replace(/-([a-z])/g, (_, c: string) => c.toUpperCase())}Event`;
  if (!where.endsWith(` ${expected}`)) throw new Error(`${where} should be ${expected}.`);
  return { name, cancelable: new EventClass().cancelable };
}

/** The first paragraph of a doc block. A statement with several classes would share its block. */
function firstParagraph(declaration: ts.ClassDeclaration): string {
  const [doc] = ts.getJSDocCommentsAndTags(declaration);
  const text = doc && ts.isJSDoc(doc) ? ts.getTextOfJSDocComment(doc.comment) : undefined;
  return (text?.split('\n\n')[0] ?? '').replace(/\s+/g, ' ').trim();
}
