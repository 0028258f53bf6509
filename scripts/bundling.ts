import { minifyHTMLLiterals } from 'minify-literals';
import type { Plugin } from 'vite';

/** Removes indentation and comments from Lit's `css` and `html` templates. */
export function minifyTemplates(): Plugin {
  return {
    name: 'minify-templates',
    enforce: 'pre',
    async transform(code, id) {
      if (!/\/src\/.*\.ts$/.test(id) || !/\b(css|html|svg)`/.test(code)) return null;
      // Without its closing slash a shape of an icon would contain the shapes that follow it.
      const html = { keepClosingSlash: true };
      return (await minifyHTMLLiterals(code, { fileName: id, html })) ?? null;
    },
  };
}

/** The output options of chunks for pages: they need no comments for bundlers. */
export const pageOutput = { minify: true, comments: false } as const;

/**
 * Allows chunks of entries to have additional exports. Otherwise each shared module would become a
 * chunk of its own. No page imports from these entries, so additional exports do no harm.
 */
export const preserveEntrySignatures = 'allow-extension';
