import type { ArgTypes } from '@storybook/web-components-vite';
import type { TileSource } from '../../src/elements/participant-tile/tile-state.js';
import type { AnnounceLevel } from '../../src/elements/room/room-options.js';
import type { StripPosition, StripType } from '../../src/parts/layouts.js';
import type { LayoutMode } from '../../src/state/view.js';
import {
  type Described,
  type DescribedAttribute,
  elements,
  writableAttributes,
} from './manifest.js';

/** The values of type aliases, because the manifest has only their names. */
const words: Readonly<Record<string, readonly string[]>> = {
  AnnounceLevel: ['all', 'important', 'none'] satisfies AnnounceLevel[],
  LayoutMode: ['automatic', 'manual'] satisfies LayoutMode[],
  StripPosition: ['top', 'bottom', 'left', 'right'] satisfies StripPosition[],
  StripType: ['fixed-grid', 'scroll'] satisfies StripType[],
  TileSource: ['camera', 'screen_share'] satisfies TileSource[],
};

/** The values of attributes whose type is `string`, but which accept only a few values. */
const choices: Readonly<Record<string, readonly string[]>> = {
  layout: ['grid', 'fixed-grid', 'scroll', 'focused'],
  dir: ['ltr', 'rtl'],
  lang: ['en', 'ko', 'ar'],
};

/**
 * Generates the rows of an element's Controls panel and docs table from the manifest. The
 * attributes come first and have controls; the other rows are documentation only. The key of an
 * attribute's row is its name.
 */
export function argTypesOf(tag: string): ArgTypes {
  const element = elements.get(tag);
  if (!element) return {};
  const attributeNames = new Set(element.attributes?.map(({ name }) => name));
  const properties = (element.members ?? []).filter(
    ({ kind, attribute }) => kind === 'field' && !attributeNames.has(attribute ?? ''),
  );
  const methods = (element.members ?? []).filter(({ kind }) => kind === 'method');
  return {
    ...Object.fromEntries(writableAttributes(element).map((each) => [each.name, row(each)])),
    ...rows('properties', properties),
    ...rows('methods', methods),
    ...rows('events', element.events),
    ...rows('slots', element.slots),
    ...rows('parts', element.cssParts),
    ...rows('states', element.cssStates),
    ...rows('css custom properties', element.cssProperties),
  };
}

function row(attribute: DescribedAttribute): ArgTypes[string] {
  const type = attribute.type?.text ?? 'string';
  return {
    name: attribute.name,
    description: attribute.description ?? '',
    ...controlFor(attribute.name, type),
    table: {
      category: 'attributes',
      type: { summary: type },
      ...(attribute.default !== undefined && { defaultValue: { summary: attribute.default } }),
    },
  };
}

function controlFor(name: string, type: string): Partial<ArgTypes[string]> {
  const plain = type.replace(' | undefined', '');
  if (plain === 'boolean') return { control: { type: 'boolean' } };
  if (plain === 'number') return { control: { type: 'number', min: 1 } };
  const quoted = [...plain.matchAll(/'([^']+)'/g)].map(([, word = '']) => word);
  const options = quoted.length > 0 ? quoted : (words[plain] ?? choices[name]);
  if (!options) return { control: { type: 'text' } };
  return { control: { type: 'select' }, options: [undefined, ...options] };
}

function rows(category: string, all: readonly Described[] = []): ArgTypes {
  return Object.fromEntries(
    all.map(({ name, description = '', default: value }) => [
      `${category}: ${name}`,
      {
        name: name || '(default)',
        description,
        control: { disable: true },
        table: { category, ...(value !== undefined && { defaultValue: { summary: value } }) },
      },
    ]),
  );
}
