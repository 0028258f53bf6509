import { register } from 'tsx/esm/api';

// The analyzer reads its configuration by plain Node, which knows nothing of TypeScript.
const unregister = register();
const { readEventTable } = await import('./scripts/event-table.ts');
const eventTable = await readEventTable();
await unregister();

/**
 * Writes each element's events from their one declaration in `src/events/`. An element has those
 * that its tag is named for there, and those that its doc block names by `@fires ffc-…`.
 */
function eventsFromTheirTable() {
  return {
    name: 'events-from-their-table',
    packageLinkPhase({ customElementsManifest }) {
      const declarations = customElementsManifest.modules.flatMap((module) => module.declarations);
      for (const declaration of declarations.filter(({ tagName }) => tagName)) {
        // The analyzer guesses events from dispatchEvent() calls too, without a name for them.
        const named = new Set(declaration.events?.map(({ name }) => name).filter(Boolean));
        const known = new Set(eventTable.map(({ name }) => name));
        for (const name of named.difference(known)) {
          throw new Error(
            `<${declaration.tagName}>: @fires ${name} is not declared in src/events/`,
          );
        }
        const events = eventTable
          .filter(({ name, firedBy }) => named.has(name) || firedBy.includes(declaration.tagName))
          .map(({ name, className, description }) => ({
            type: { text: className },
            description,
            name,
          }));
        if (events.length > 0) declaration.events = events;
        else delete declaration.events;
      }
    },
  };
}

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
  plugins: [publicApiOnly(), eventsFromTheirTable()],
};
