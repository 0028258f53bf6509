/**
 * What the analyzer gets wrong for us, put right: private members leak into the manifest, and
 * members that only Lit calls are no one's API.
 */
function publicApiOnly() {
  const lifecycle = new Set([
    'render',
    'willUpdate',
    'update',
    'updated',
    'firstUpdated',
    'shouldUpdate',
    'connectedCallback',
    'disconnectedCallback',
    'createRenderRoot',
    'styles',
    'properties',
  ]);
  return {
    name: 'public-api-only',
    packageLinkPhase({ customElementsManifest }) {
      for (const module of customElementsManifest.modules) {
        // The rest of a module is how an element is made, which is nobody's API.
        module.declarations = module.declarations.filter(({ tagName }) => tagName);
        const kept = new Set(module.declarations.map(({ name }) => name));
        module.exports = module.exports.filter(
          ({ kind, declaration }) =>
            kind === 'custom-element-definition' || kept.has(declaration?.name),
        );
        for (const declaration of module.declarations) {
          declaration.members = declaration.members?.filter(
            (member) =>
              member.name &&
              !member.name.startsWith('#') &&
              !member.name.startsWith('[') &&
              !member.static &&
              member.privacy !== 'private' &&
              member.privacy !== 'protected' &&
              !lifecycle.has(member.name),
          );
          // Events that the analyzer guesses from dispatchEvent() calls have no documentation;
          // the documented ones come from the doc block's @fires lines.
          declaration.events = declaration.events?.filter(
            (event) => event.name && event.description,
          );
        }
      }
      // Files are found in no certain order, and a fresh manifest must look like the last one.
      customElementsManifest.modules = customElementsManifest.modules
        .filter((module) => module.declarations.length + module.exports.length > 0)
        .sort((a, b) => (a.path < b.path ? -1 : 1));
    },
  };
}

export default {
  globs: ['src/elements/**/*.ts', 'src/define/*.ts'],
  exclude: ['src/define/all.ts'],
  outdir: process.env.FFC_MANIFEST_DIR ?? '.',
  litelement: true,
  packagejson: false,
  plugins: [publicApiOnly()],
};
