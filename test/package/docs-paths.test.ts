import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, it } from 'node:test';

const documents = ['ARCHITECTURE.md', 'CONTRIBUTING.md'];
/** The folders from which a document's paths start: the root, or the subject of a chapter. */
const starts = ['', 'src/', 'sandbox/', 'sandbox/service/'];
const names = new Set(
  globSync('{src,sandbox,scripts,bench,test,stories,examples,.storybook}/**/*').map((path) =>
    basename(path),
  ),
);
const packageJson = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly name: string;
  readonly exports: Readonly<Record<string, unknown>>;
  readonly scripts: Readonly<Record<string, string>>;
};

for (const document of documents) {
  const text = readFileSync(document, 'utf8').replace(/```[\s\S]*?```/g, '');
  const quoted = [...new Set([...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code))];

  describe(document, () => {
    it('names only paths that are there', () => {
      const paths = quoted.filter(isPath);
      assert.ok(paths.length > 10, 'it names no paths at all');
      assert.deepEqual(
        paths.filter((path) => !isThere(path)),
        [],
      );
    });

    it('names only scripts and entries of the package that are there', () => {
      const missing = quoted.filter((code) => {
        const script = /^npm run ([\w:-]+)/.exec(code)?.[1];
        if (script) return !(script in packageJson.scripts);
        const entry = new RegExp(`^${packageJson.name}(/[\\w/-]+)$`).exec(code)?.[1];
        return entry !== undefined && !isEntry(`.${entry}`);
      });
      assert.deepEqual(missing, []);
    });
  });
}

/** A file has an extension, and a folder ends in a slash. Paths of URLs start with a slash. */
function isPath(code: string): boolean {
  return /^\.?[\w@][\w@.*-]*(\/[\w.*-]+)*(\/|\.(ts|js|json|md))$/.test(code) && !isPackage(code);
}

function isPackage(code: string): boolean {
  return code.startsWith(`${packageJson.name}/`);
}

/** A word in capitals is a placeholder for any name. */
function isThere(path: string): boolean {
  const pattern = path.replace(/\b[A-Z]{2,}\b/g, '*');
  if (starts.some((start) => matches(start + pattern))) return true;
  return !path.includes('/') && names.has(path);
}

function matches(pattern: string): boolean {
  return pattern.includes('*') ? globSync(pattern).length > 0 : existsSync(pattern);
}

function isEntry(entry: string): boolean {
  return Object.keys(packageJson.exports).some((key) => {
    return key === entry || (key.endsWith('/*') && entry.startsWith(key.slice(0, -1)));
  });
}
