/**
 * Creates the data for editors: VS Code's custom data for HTML and CSS, and web-types for
 * JetBrains.
 */
import { readFileSync } from 'node:fs';
import type { TileSource } from '../../src/elements/participant-tile/tile-state.js';
import type { AnnounceLevel } from '../../src/elements/room/room-options.js';
import type { StripPosition, StripType } from '../../src/parts/layouts.js';
import type { LayoutMode } from '../../src/state/view.js';
import type { ControlRow } from '../control-table.js';

interface Documented {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
}
interface Declaration extends Documented {
  readonly tagName?: string;
  readonly summary?: string;
  readonly attributes?: readonly (Documented & {
    readonly fieldName?: string;
    readonly type?: { readonly text: string };
  })[];
  readonly members?: readonly (Documented & {
    readonly kind: string;
    readonly readonly?: boolean;
    readonly type?: { readonly text: string };
  })[];
  readonly events?: readonly Documented[];
  readonly slots?: readonly Documented[];
  readonly cssParts?: readonly Documented[];
  readonly cssProperties?: readonly Documented[];
  readonly cssStates?: readonly Documented[];
}
interface Manifest {
  readonly modules: readonly { readonly declarations: Declaration[] }[];
}

/** The values of a type alias in the sources. The manifest has only its name. */
const words = {
  AnnounceLevel: ['all', 'important', 'none'] satisfies AnnounceLevel[],
  LayoutMode: ['automatic', 'manual'] satisfies LayoutMode[],
  StripPosition: ['top', 'bottom', 'left', 'right'] satisfies StripPosition[],
  StripType: ['fixed-grid', 'scroll'] satisfies StripType[],
  TileSource: ['camera', 'screen_share'] satisfies TileSource[],
};
/** Usual values of attributes that accept others, too. */
const suggestions: Readonly<Record<string, readonly string[]>> = {
  dir: ['ltr', 'rtl'],
  endpoint: ['sandbox', 'production'],
  lang: ['en', 'ko'],
  layout: ['grid', 'fixed-grid', 'scroll', 'focused'],
  'room-state': ['live', 'scheduled', 'ended'],
  sort: ['created-at-desc', 'created-at-asc', 'last-modified-at-desc', 'last-modified-at-asc'],
  type: ['video-conference', 'interactive-meeting', 'broadcast-rtmp'],
};
const wordsByAlias = new Map<string, readonly string[]>(Object.entries(words));

/**
 * All files by their names below `dist/`.
 *
 * @param controls The controls of the package. Elements of a page use them as commands.
 */
export function editorFiles(
  controls: readonly ControlRow[],
  path = 'custom-elements.json',
): ReadonlyMap<string, string> {
  const { modules } = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  const elements = modules
    .flatMap(({ declarations }) => declarations)
    .filter(({ tagName }) => tagName);
  const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
  return new Map([
    ['vscode.html-custom-data.json', json(htmlData(elements, controls))],
    ['vscode.css-custom-data.json', json(cssData(elements))],
    ['web-types.json', json(webTypes(elements, controls))],
  ]);
}

/** The attributes that any element of a page may have. */
function globalAttributes(controls: readonly ControlRow[]): readonly GlobalAttribute[] {
  const commands = controls
    .filter(({ isCommand }) => isCommand)
    .map(({ tag, description }) => ({ name: tag.replace(/^ffc-|-button$/g, ''), description }));
  return [
    {
      name: 'data-ffc-command',
      description:
        'Makes this element a button of a room: the element sends the command on a click, and its ' +
        'state follows the room. The name may begin with `toggle-`. Import ' +
        '`ffc-elements/define/commands`.',
      values: [{ name: 'join', description: 'Joins the call, from the preview on.' }, ...commands],
    },
    {
      name: 'data-ffc-for',
      description:
        'The id of the `<ffc-room>` that `data-ffc-command` is for. Inside a room you need none.',
    },
  ];
}

interface GlobalAttribute extends Documented {
  readonly description: string;
  readonly values?: readonly Documented[];
}

function htmlData(elements: readonly Declaration[], controls: readonly ControlRow[]): unknown {
  return {
    version: 1.1,
    globalAttributes: globalAttributes(controls),
    tags: elements.map((element) => ({
      name: element.tagName,
      description: markdown(describe(element)),
      attributes: writable(element).map((attribute) => ({
        name: attribute.name,
        description: markdown(attribute.description ?? ''),
        ...(isFlag(attribute) && { valueSet: 'v' }),
        ...(offered(attribute).length > 0 && {
          values: offered(attribute).map((name) => ({ name })),
        }),
      })),
    })),
  };
}

function cssData(elements: readonly Declaration[]): unknown {
  return {
    version: 1.1,
    properties: unique(elements, 'cssProperties').map(({ name, description = '' }) => ({
      name,
      description: markdown(description),
    })),
    pseudoElements: unique(elements, 'cssParts').map(({ name, description = '' }) => ({
      name: `::part(${name})`,
      description: markdown(description),
    })),
    pseudoClasses: unique(elements, 'cssStates').map(({ name, description = '' }) => ({
      name: `:state(${name})`,
      description: markdown(description),
    })),
  };
}

function webTypes(elements: readonly Declaration[], controls: readonly ControlRow[]): unknown {
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly name: string;
    readonly version: string;
  };
  const plain = ({ name: own, description = '' }: Documented): object => ({
    name: own,
    description,
  });
  return {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name,
    version,
    'description-markup': 'markdown',
    contributions: {
      html: {
        attributes: globalAttributes(controls).map(({ values, ...attribute }) => ({
          ...attribute,
          ...(values && {
            value: { type: values.map(({ name: word }) => `'${word}'`).join(' | ') },
          }),
        })),
        elements: elements.map((element) => ({
          name: element.tagName,
          description: describe(element),
          attributes: writable(element).map((attribute) => ({
            ...plain(attribute),
            ...(isFlag(attribute)
              ? { value: { type: 'boolean', required: false } }
              : { value: { type: typeText(attribute) } }),
            ...(attribute.default && { default: attribute.default }),
          })),
          slots: (element.slots ?? []).map(plain),
          js: {
            events: (element.events ?? []).map(plain),
            properties: (element.members ?? [])
              .filter(({ kind }) => kind === 'field')
              .map((member) => ({
                ...plain(member),
                type: member.type?.text ?? 'unknown',
                ...(member.readonly && { 'read-only': true }),
              })),
          },
          css: {
            parts: (element.cssParts ?? []).map(plain),
            properties: (element.cssProperties ?? []).map(plain),
          },
        })),
      },
    },
  };
}

type Attribute = NonNullable<Declaration['attributes']>[number];

/** The attributes without those that the element itself sets. */
function writable({ attributes = [] }: Declaration): readonly Attribute[] {
  return attributes.filter(({ name }) => name !== 'state');
}

function isFlag({ type }: Attribute): boolean {
  return type?.text === 'boolean';
}

function valuesOf({ type }: Attribute): readonly string[] {
  const text = type?.text ?? '';
  const quoted = [...text.matchAll(/'([^']+)'/g)].map(([, word = '']) => word);
  return quoted.length > 0 ? quoted : (wordsByAlias.get(text.replace(' | undefined', '')) ?? []);
}

/** The values that an editor offers: all of them, or the usual ones. */
function offered(attribute: Attribute): readonly string[] {
  const values = valuesOf(attribute);
  return values.length > 0 ? values : (suggestions[attribute.name] ?? []);
}

function typeText(attribute: Attribute): string {
  const values = valuesOf(attribute);
  const words = offered(attribute).map((value) => `'${value}'`);
  if (words.length > 0) return [...words, ...(values.length > 0 ? [] : ['string'])].join(' | ');
  return attribute.type?.text.replace(' | undefined', '') ?? 'string';
}

function describe({ summary, description = '' }: Declaration): string {
  return summary && !description.startsWith(summary) ? `${summary}\n\n${description}` : description;
}

function markdown(value: string): { readonly kind: 'markdown'; readonly value: string } {
  return { kind: 'markdown', value };
}

/**
 * The entries of all elements, without duplicates. The first description of a name counts.
 */
function unique(
  elements: readonly Declaration[],
  group: 'cssProperties' | 'cssParts' | 'cssStates',
): readonly Documented[] {
  const all = new Map<string, Documented>();
  for (const entry of elements.flatMap((element) => element[group] ?? [])) {
    if (!all.has(entry.name)) all.set(entry.name, entry);
  }
  return [...all.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
