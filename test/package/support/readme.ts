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
  /** The line where the block begins, counted from 1. */
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

/** Returns the only JavaScript block in README and the guides that contains this text. */
export function readmeBlock(text: string): string {
  const found = documents
    .flatMap(blocksOf)
    .filter(({ language, code }) => language === 'js' && code.includes(text));
  if (found.length !== 1)
    throw new Error(`The documents have ${found.length} blocks of "${text}".`);
  return found[0]!.code;
}

/** A folder where code can import the package by its name, as in an app that has installed it. */
const folder = resolve('.cache/readme');

/** Writes code to a file whose `ffc-elements` is the built package. Returns the path. */
export function writeModule(name: string, code: string): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  writeFileSync(path, code);
  return path;
}

export const removeModules = (): void => rmSync(folder, { recursive: true, force: true });

interface Checking {
  /** Whether all of TypeScript's checks apply. Default `false`, for JavaScript: see below. */
  readonly isStrict?: boolean;
  /** The declarations that all files assume. */
  readonly ambient?: string;
}

/**
 * Returns TypeScript's errors in code that uses the built package. Each named file comes with the
 * declarations that it alone assumes.
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
    // The documents' JavaScript assumes that its queries find elements, and its parameters have no
    // types.
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

/** Bundles code that imports the built package, as a page's own build does. */
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

/** A free port. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
