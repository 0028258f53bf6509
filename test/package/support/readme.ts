import { once } from 'node:events';
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { build } from 'vite';

/** A block of code in a document. */
export interface Block {
  readonly document: string;
  /** Where it begins, counted from 1. */
  readonly line: number;
  readonly language: string;
  readonly code: string;
}

/** README and the guides. */
export const documents: readonly string[] = ['README.md', ...globSync('docs/*.md').sort()];

/** The blocks of a document, as they stand there. */
export function blocksOf(document: string): readonly Block[] {
  const text = readFileSync(document, 'utf8');
  return [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(
    ({ 1: language = '', 2: code = '', index }) => ({
      document,
      line: text.slice(0, index).split('\n').length + 1,
      language,
      code,
    }),
  );
}

/** The one block of JavaScript in README and the guides that has this text. */
export function readmeBlock(text: string): string {
  const found = documents
    .flatMap(blocksOf)
    .filter(({ language, code }) => language === 'js' && code.includes(text));
  if (found.length !== 1)
    throw new Error(`The documents have ${found.length} blocks of "${text}".`);
  return found[0]!.code;
}

/** Where code finds the package by its own name, as an app that has installed it does. */
const folder = resolve('.cache/readme');

/** Writes code to a file from which `ffc-elements` is the built package; gives its path. */
export function writeModule(name: string, code: string): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  writeFileSync(path, code);
  return path;
}

export const removeModules = (): void => rmSync(folder, { recursive: true, force: true });

/** How code is checked. */
interface Checking {
  /** With all of TypeScript's checks. Default `false`, for JavaScript: see below. */
  readonly isStrict?: boolean;
  /** Declarations that all files take for granted. */
  readonly ambient?: string;
}

/**
 * What TypeScript says against code that uses the built package, by the name of each file. Before
 * each stands what it alone takes for granted.
 */
export function typeErrors(
  files: Readonly<Record<string, readonly [granted: string, code: string]>>,
  { isStrict = false, ambient = '' }: Checking = {},
): readonly string[] {
  const paths = Object.entries(files).map(([name, [granted, code]]) =>
    writeModule(
      /\.tsx?$/.test(name) ? name : `${name}.ts`,
      `${granted && `${granted}\n`}${code}\nexport {};\n`,
    ),
  );
  const all = ambient ? [...paths, writeModule('ambient.d.ts', ambient)] : paths;
  const program = ts.createProgram(all, {
    strict: true,
    // The documents' JavaScript takes elements for there that it looks for, and parameters have no
    // types in it.
    strictNullChecks: isStrict,
    noImplicitAny: isStrict,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    useDefineForClassFields: false,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    jsx: ts.JsxEmit.ReactJSX,
    lib: ['lib.es2024.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: ['node'],
  });
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const text = ts.flattenDiagnosticMessageText(messageText, '\n');
    const { line = 0 } = file?.getLineAndCharacterOfPosition(start) ?? {};
    return `${file?.fileName.split('/').at(-1)}:${line + 1}: ${text}`;
  });
}

/** A page's own build of code that imports the built package. */
export async function bundled(name: string, code: string): Promise<string> {
  const entry = writeModule(name.slice(1), code);
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry, formats: ['es'] },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) =>
    'output' in one ? one.output : [],
  );
  const chunk = outputs.find((output) => output.type === 'chunk');
  if (!chunk) throw new Error('Nothing was built.');
  return chunk.code;
}

/** A port that nobody has now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
