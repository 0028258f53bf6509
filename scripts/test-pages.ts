import { createHash } from 'node:crypto';
import { globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, relative } from 'node:path';

/** The folder of the test pages. */
export const testPages = '.cache/test-pages';

/**
 * Writes test pages: modules that import several test files each. A page takes longer to load than
 * many of the files to run.
 *
 * A file in a folder `own-page/` has a page for itself, because its tests need one on which nothing
 * has run.
 *
 * @param counts The number of shared pages by the folder of `test/` whose files they import.
 */
export function writeTestPages(counts: Readonly<Record<string, number>>): void {
  for (const [name, count] of Object.entries(counts)) {
    const pages = `${testPages}/${name}`;
    rmSync(pages, { recursive: true, force: true });
    mkdirSync(pages, { recursive: true });
    for (const [page, files] of pagesOf(globSync(`test/${name}/**/*.test.ts`).sort(), count)) {
      const imports = files.map(
        (file) => `import '${relative(pages, file).replace(/ts$/, 'js')}';`,
      );
      writeFileSync(`${pages}/${page}.test.ts`, `${imports.join('\n')}\n`);
    }
  }
}

/** The test files of each page. */
function pagesOf(files: readonly string[], count: number): ReadonlyMap<string, readonly string[]> {
  const pages = new Map<string, string[]>();
  for (const file of files) {
    const page = file.includes('/own-page/') ? basename(file, '.test.ts') : sharedPage(file, count);
    pages.set(page, [...(pages.get(page) ?? []), file]);
  }
  return pages;
}

/** The page of a file depends on its name alone: with a new file, the other pages stay the same. */
function sharedPage(file: string, count: number): string {
  return `page-${createHash('sha1').update(file).digest().readUInt32BE() % count}`;
}
