import { register } from 'tsx/esm/api';

// The analyzer loads its configuration with plain Node, which cannot import TypeScript.
const unregister = register();
const { readEventTable } = await import('./scripts/event-table.ts');
const eventTable = await readEventTable();
const { readControlTable } = await import('./scripts/control-table.ts');
const controlTable = await readControlTable();
await unregister();

/**
 * Generates the events of each element from their declarations in `src/events/`. An element has the
 * events of files whose `@firedby` names its tag, and the events of its own `@fires ffc-…` lines.
 */
function eventsFromTheirTable() {
  return {
    name: 'events-from-their-table',
    packageLinkPhase({ customElementsManifest }) {
      const declarations = customElementsManifest.modules.flatMap((module) => module.declarations);
      for (const declaration of declarations.filter(({ tagName }) => tagName)) {
        // The analyzer also adds events without a name for calls of `dispatchEvent()`.
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
 * Generates the entries that follow from the controls in `src/controls/`: the tag of each control,
 * the part `control-NAME` of each element with the part `control`, and the events of the bar.
 */
function controlsFromTheirTable() {
  const isBase = ({ name }) => name === 'FfcControlElement';
  return {
    name: 'controls-from-their-table',
    packageLinkPhase({ customElementsManifest }) {
      const { modules } = customElementsManifest;
      const base = modules.flatMap((module) => module.declarations).find(isBase);
      for (const { declarations, path } of modules) {
        for (const declaration of declarations) {
          if (isBase(declaration)) continue;
          const index = declaration.cssParts?.findIndex(({ name }) => name === 'control') ?? -1;
          if (index >= 0) {
            declaration.cssParts.splice(index + 1, 0, ...controlTable.map(partOfControl));
          }
          if (declaration.tagName === 'ffc-control-bar') {
            const events = controlTable.flatMap(({ fires }) => fires).map((name) => ({ name }));
            declaration.events = [...(declaration.events ?? []), ...events];
          }
        }
        const control = controlTable.find(({ tag }) => path === `src/define/${tag}.ts`);
        if (!control) continue;
        const { name, tag, description, fires } = control;
        const own = structuredClone(base);
        own.description = `${description}\n\n${base.description}`;
        own.summary = description;
        own.tagName = tag;
        own.customElement = true;
        own.events = fires.map((event) => ({ name: event }));
        own.cssParts.splice(1, 0, partOfControl(control));
        declarations.push(own);
        const exported = { name: own.name, module: path };
        customElementsManifest.modules
          .find((module) => module.path === path)
          .exports.push({ kind: 'custom-element-definition', name: tag, declaration: exported });
        if (name === 'devices') continue;
        own.cssParts = own.cssParts.filter((part) => !['menu', 'input'].includes(part.name));
      }
    },
  };
}

function partOfControl({ name, description }) {
  return { name: `control-${name}`, description: `The button \`${name}\`. ${description}` };
}

/**
 * Removes everything but the public API. The analyzer lists private members, and members that only
 * Lit calls.
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
    'adoptedCallback',
    'styles',
    'properties',
  ]);
  return {
    name: 'public-api-only',
    packageLinkPhase({ customElementsManifest }) {
      for (const module of customElementsManifest.modules) {
        // Other declarations of a module are not public.
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
      // Sorted, because the order of files varies, and an unchanged manifest must stay the same.
      customElementsManifest.modules = customElementsManifest.modules
        .filter((module) => module.declarations.length + module.exports.length > 0)
        .sort((a, b) => (a.path < b.path ? -1 : 1));
    },
  };
}

/** Writes the names of attributes as `FfcElement` does: with dashes in place of capitals. */
function attributesWithDashes() {
  return {
    name: 'attributes-with-dashes',
    packageLinkPhase({ customElementsManifest }) {
      for (const { declarations } of customElementsManifest.modules) {
        for (const { attributes = [], members = [] } of declarations) {
          for (const attribute of attributes) {
            const { fieldName = '', name } = attribute;
            if (name.toLowerCase() !== fieldName.toLowerCase()) continue;
            attribute.name = fieldName.replace(/[A-Z]/g, '-$&').toLowerCase();
            const member = members.find((each) => each.name === fieldName);
            if (member?.attribute) member.attribute = attribute.name;
          }
        }
      }
    },
  };
}

export default {
  globs: [
    'src/elements/**/*.ts',
    'src/features/**/*.ts',
    'src/define/*.ts',
    'src/parts/control-element.ts',
    'src/parts/part-element.ts',
    'src/parts/switchable-part.ts',
  ],
  exclude: ['src/define/all.ts'],
  outdir: process.env.FFC_MANIFEST_DIR ?? '.',
  litelement: true,
  packagejson: false,
  plugins: [
    attributesWithDashes(),
    controlsFromTheirTable(),
    publicApiOnly(),
    eventsFromTheirTable(),
  ],
};
