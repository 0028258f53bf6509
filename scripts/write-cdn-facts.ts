/**
 * Writes the hashes for `integrity` beside the bundles of `cdn/`, and an import map with them, for
 * pages that do not trust their host. For these bundles and for the sandbox's it also writes the
 * notices that the licenses of their libraries require. The build runs it.
 */
import { createHash } from 'node:crypto';
import { existsSync, globSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = 'cdn';
/** The libraries in the bundles. Their dependencies are added. */
const bundled = ['lit', 'livekit-client', 'valibot'];
const ofTheSandbox = ['hono', '@hono/node-server', 'jose', 'livekit-server-sdk', 'redis'];

const hashes = Object.fromEntries(
  globSync('**/*.js', { cwd: folder })
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
    .map((file) => [`./${file}`, integrityOf(readFileSync(join(folder, file)))]),
);
writeFileSync('cdn/integrity.json', `${JSON.stringify(hashes, null, 2)}\n`);
writeFileSync('cdn/import-map.json', `${JSON.stringify({ integrity: hashes }, null, 2)}\n`);
writeFileSync('cdn/THIRD-PARTY-NOTICES.txt', notices(bundled));
writeFileSync('dist/sandbox/THIRD-PARTY-NOTICES.txt', notices([...bundled, ...ofTheSandbox]));

function integrityOf(content: Buffer): string {
  return `sha384-${createHash('sha384').update(content).digest('base64')}`;
}

function notices(libraries: readonly string[]): string {
  const found = new Map<string, string>();
  for (const name of libraries) collect(name, 'node_modules', found);
  const parts = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  return parts
    .map(([title, text]) => `${title}\n\n${text.trim()}\n`)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

/** A library with its dependencies, each with its license. */
function collect(name: string, near: string, found: Map<string, string>): void {
  const path = locate(name, near);
  // A bundle contains no types.
  if (!path || name.startsWith('@types/')) return;
  const { version, license, dependencies } = JSON.parse(
    readFileSync(join(path, 'package.json'), 'utf8'),
  ) as {
    readonly version: string;
    readonly license?: string;
    readonly dependencies?: Readonly<Record<string, string>>;
  };
  const title = `${name} ${version} (${license ?? 'see below'})`;
  if (found.has(title)) return;
  const files = readdirSync(path).filter((file) => /^(licen[cs]e|notice)/i.test(file));
  const texts = files.map((file) => readFileSync(join(path, file), 'utf8'));
  found.set(title, texts.join('\n\n') || `Licensed under ${license ?? 'terms of its own'}.`);
  for (const dependency of Object.keys(dependencies ?? {})) {
    collect(dependency, join(path, 'node_modules'), found);
  }
}

/** Resolves a library as Node does: beside the library that needs it, otherwise at the top. */
function locate(name: string, near: string): string | undefined {
  return [near, 'node_modules']
    .map((modules) => join(modules, name))
    .find((path) => existsSync(join(path, 'package.json')));
}
