import { minifyHTMLLiterals } from 'minify-literals';
import type { Plugin } from 'vite';

/** Takes the indentation and the comments out of Lit's `css` and `html` templates. */
export function minifyTemplates(): Plugin {
  return {
    name: 'minify-templates',
    enforce: 'pre',
    async transform(code, id) {
      if (!/\/src\/.*\.ts$/.test(id) || !/\b(css|html|svg)`/.test(code)) return null;
      // Without its slash a shape of an icon would swallow those that follow it.
      const html = { keepClosingSlash: true };
      return (await minifyHTMLLiterals(code, { fileName: id, html })) ?? null;
    },
  };
}

/** The output options of chunks for pages: they need no comments for bundlers. */
export const pageOutput = { minify: true, comments: false } as const;

/**
 * How entries are cut where everything is bundled. They export nothing that a page imports, so
 * chunks may export more: without that, each shared module becomes a chunk of its own.
 */
export const preserveEntrySignatures = 'allow-extension';
