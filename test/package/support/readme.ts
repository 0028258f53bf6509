import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { build } from 'vite';

/** The blocks of JavaScript in README, as they stand there. */
export function readmeBlocks(): readonly string[] {
  const readme = readFileSync('README.md', 'utf8');
  return [...readme.matchAll(/^```js\n(.*?)^```$/gms)].map(([, code = '']) => code);
}

/** The one block that has this text. */
export function readmeBlock(text: string): string {
  const found = readmeBlocks().filter((code) => code.includes(text));
  if (found.length !== 1) throw new Error(`README has ${found.length} blocks with "${text}".`);
  return found[0]!;
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

/**
 * What TypeScript says against code that uses the built package, by the name of each file. Before
 * each stands what it takes for granted.
 */
export function typeErrors(
  files: Readonly<Record<string, readonly [granted: string, code: string]>>,
): readonly string[] {
  const paths = Object.entries(files).map(([name, [granted, code]]) =>
    writeModule(`${name}.ts`, `${granted}\n${code}\nexport {};\n`),
  );
  const program = ts.createProgram(paths, {
    strict: true,
    // README's lines are JavaScript, where an element that is not there is the page's own mistake,
    // and parameters have no types.
    strictNullChecks: false,
    noImplicitAny: false,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2024.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: ['node'],
  });
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ file, messageText }) =>
      [file?.fileName.split('/').at(-1), ts.flattenDiagnosticMessageText(messageText, '\n')].join(
        ': ',
      ),
    );
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
