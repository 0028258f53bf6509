/**
 * Creates the types of `ffc-elements/types/…` for each framework. Each file lists all names, so
 * that an editor shows their doc blocks. The common types are in `elements.d.ts`.
 */
import { type ElementModel, pascal } from './model.js';
import {
  declareInterface,
  handlers,
  importClasses,
  importElements,
  importEvents,
  members,
} from './text.js';

type Elements = readonly ElementModel[];

const note = '// Written from custom-elements.json by the build.\n';

/** All files by their names below `dist/types/`. */
export function typeFiles(elements: Elements): ReadonlyMap<string, string> {
  return new Map([
    ['elements.d.ts', note + common(elements)],
    ['react.d.ts', note + react(elements)],
    ['react-18.d.ts', note + react18(elements)],
    ['preact.d.ts', note + preact(elements)],
    ['solid.d.ts', note + solid(elements)],
    ['vue.d.ts', note + vue(elements)],
    ['svelte.d.ts', note + svelte(elements)],
    ['angular.d.ts', note + angular(elements)],
  ]);
}

/** The settable names, in HTML and in script. */
function common(elements: Elements): string {
  const optional = ({ type }: { readonly type: string }): string => `${type} | null | undefined`;
  return [
    importClasses(elements),
    ...elements.flatMap(({ name, attributes, properties, propertiesAlone }) => [
      declareInterface(`${name}Attributes`, members(attributes, optional)),
      declareInterface(`${name}PropertiesAlone`, members(propertiesAlone, optional)),
      declareInterface(`${name}Properties`, members(properties, optional)),
    ]),
  ].join('\n');
}

/** Attributes and properties in one type. A name in both has the same type. */
function both(name: string): string {
  return `${name}Attributes & ${name}Properties`;
}

function tags(elements: Elements, type: (element: ElementModel) => string): string {
  return elements
    .map((element) => `  /** ${element.summary} */\n  '${element.tag}': ${type(element)};\n`)
    .join('');
}

/** React 19 sets properties if the element has them, and listens to `onffc-…`. */
function react(elements: Elements): string {
  return `${importEvents(elements)}${importClasses(elements)}${importElements(elements, ['Attributes', 'Properties'])}import type { CSSProperties, DetailedHTMLProps, HTMLAttributes } from 'react';

type Tag<Class, Own> = Omit<DetailedHTMLProps<HTMLAttributes<Class>, Class>, keyof Own> & Own;

${handlers(elements, (event) => `on${event}`)}
export interface FfcIntrinsicElements {
${tags(elements, ({ name, className }) => `Tag<${className}, ${both(name)} & ${name}Handlers>`)}}

declare module 'react' {
  interface CSSProperties {
    [property: \`--ffc-\${string}\`]: string | number | undefined;
  }
  namespace JSX {
    interface IntrinsicElements extends FfcIntrinsicElements {}
  }
}
`;
}

/** React 18 only sets attributes. It cannot set properties, or listen to events of elements. */
function react18(elements: Elements): string {
  return `${importClasses(elements)}${importElements(elements, ['Attributes'])}import type { CSSProperties, DetailedHTMLProps, HTMLAttributes } from 'react';

/** React 18 writes \`className\` of such a tag as it stands, which means nothing to HTML. */
type Tag<Class, Own> = Omit<
  DetailedHTMLProps<HTMLAttributes<Class>, Class>,
  keyof Own | 'className'
> &
  Own & { class?: string | undefined };

export interface FfcIntrinsicElements {
${tags(elements, ({ name, className }) => `Tag<${className}, ${name}Attributes>`)}}

declare module 'react' {
  interface CSSProperties {
    [property: \`--ffc-\${string}\`]: string | number | undefined;
  }
  namespace JSX {
    interface IntrinsicElements extends FfcIntrinsicElements {}
  }
}
`;
}

/** Preact behaves like React 19. */
function preact(elements: Elements): string {
  return `${importEvents(elements)}${importClasses(elements)}${importElements(elements, ['Attributes', 'Properties'])}import type { JSX, Ref } from 'preact';

/** Preact 10 and 11 have the attributes of all elements in different places, but both have a tag. */
type Tag<Class, Own> = Omit<JSX.IntrinsicElements['article'], keyof Own | 'ref'> &
  Own & { ref?: Ref<Class> | undefined };

${handlers(elements, (event) => `on${event}`)}
export interface FfcIntrinsicElements {
${tags(elements, ({ name, className }) => `Tag<${className}, ${both(name)} & ${name}Handlers>`)}}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends FfcIntrinsicElements {}
  }
}
`;
}

/** Solid sets properties of elements with a dash in their name, and listens with `on:`. */
function solid(elements: Elements): string {
  const explicit = elements
    .map(({ name, properties }) =>
      declareInterface(
        `${name}Explicit`,
        members(
          properties.map((property) => ({ ...property, name: `prop:${property.name}` })),
          ({ type }) => `${type} | null | undefined`,
        ),
      ),
    )
    .join('\n');
  return `${importEvents(elements)}${importClasses(elements)}${importElements(elements, ['Attributes', 'Properties'])}import type { JSX } from 'solid-js';

type Tag<Class, Own> = Omit<JSX.HTMLAttributes<Class>, keyof Own> & Own;

${explicit}
${handlers(elements, (event) => `on:${event}`)}
export interface FfcIntrinsicElements {
${tags(elements, ({ name, className }) => `Tag<${className}, ${both(name)} & ${name}Explicit & ${name}Handlers>`)}}

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends FfcIntrinsicElements {}
  }
}
`;
}

/** Vue's templates read attributes and listeners from the props of a component, in camel case. */
function vue(elements: Elements): string {
  return `${importEvents(elements)}${importClasses(elements)}${importElements(elements, ['Attributes', 'Properties'])}import type { HTMLAttributes, PublicProps } from 'vue';

/** Its instance, as a template's reference gives it, is the element itself. */
type Tag<Class, Own> = new () => Class & {
  $props: Omit<HTMLAttributes, keyof Own> & PublicProps & Own & DataAttributes;
  $slots: { default?: () => unknown };
};

${handlers(elements, (event) => `on${pascal(event)}`)}
export interface FfcGlobalComponents {
${tags(elements, ({ name, className }) => `Tag<${className}, ${name}Properties & ${camel(name)} & ${name}Handlers>`)}}

/** Attributes as Vue reads them: without dashes. */
type Camel<Name> = Name extends \`\${infer First}-\${infer Rest}\`
  ? \`\${First}\${Capitalize<Camel<Rest>>}\`
  : Name;
type CamelKeys<Attributes> = {
  [Name in keyof Attributes as Camel<Name>]: Attributes[Name];
};

/** Vue reads \`data-x\` as \`dataX\`. */
interface DataAttributes {
  [name: \`data\${Capitalize<string>}\`]: unknown;
}

declare module 'vue' {
  interface GlobalComponents extends FfcGlobalComponents {}
  interface HTMLAttributes {
    /** The slot of a custom element around, by HTML's own attribute. */
    slot?: string | undefined;
  }
}
`;
}

function camel(name: string): string {
  return `CamelKeys<${name}Attributes>`;
}

/** Svelte sets properties if the element has them, and listens to `onffc-…`. */
function svelte(elements: Elements): string {
  return `${importEvents(elements)}${importClasses(elements)}${importElements(elements, ['Attributes', 'Properties'])}import type { HTMLAttributes } from 'svelte/elements';

type Tag<Class extends EventTarget, Own> = Omit<HTMLAttributes<Class>, keyof Own> & Own;

${handlers(elements, (event) => `on${event}`)}
export interface FfcSvelteElements {
${tags(elements, ({ name, className }) => `Tag<${className}, ${both(name)} & ${name}Handlers>`)}}

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends FfcSvelteElements {}
}
`;
}

/**
 * Angular's templates find the type of an element in `HTMLElementTagNameMap`, and the types of its
 * events in those of `HTMLElement`. The generated file declares both, as the modules of `define/`
 * do, but loads no code.
 */
function angular(elements: Elements): string {
  return `${importEvents(elements)}${importClasses(elements)}
declare global {
  interface HTMLElementTagNameMap {
${elements.map(({ tag, className }) => `    '${tag}': ${className};\n`).join('')}  }
  interface GlobalEventHandlersEventMap {
${eventTypes(elements).join('')}  }
}
`;
}

function eventTypes(elements: Elements): readonly string[] {
  const types = new Map(
    elements.flatMap(({ events }) => events.map(({ name, type }) => [name, type] as const)),
  );
  return [...types].map(([name, type]) => `    '${name}': ${type};\n`);
}
