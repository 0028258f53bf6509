import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ElementModel, pascal, readElements } from '../../../scripts/framework-types/model.js';
import { root } from './package.js';

/** How the types of a framework, or the components for React, declare the elements. */
interface Declared {
  readonly imports: string;
  /** The type that declares a tag. */
  readonly tagOf: (element: ElementModel) => string;
  /** The names that it declares. */
  readonly namesOf: (element: ElementModel) => readonly string[];
}

const camel = (name: string): string =>
  name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
const named = (members: readonly { readonly name: string }[]): readonly string[] =>
  members.map(({ name }) => name);
const settable = ({ attributes, properties }: ElementModel): readonly string[] => [
  ...named(attributes),
  ...named(properties),
];

function jsx(framework: string, prefix: string): Declared {
  return {
    imports: `import type { JSX } from '${framework}';`,
    tagOf: ({ tag }) => `JSX.IntrinsicElements['${tag}']`,
    namesOf: (element) => [
      ...settable(element),
      ...named(element.events).map((event) => prefix + event),
    ],
  };
}

const declared: Readonly<Record<string, Declared>> = {
  'react-18': { ...jsx('react', ''), namesOf: ({ attributes }) => named(attributes) },
  'react-19': jsx('react', 'on'),
  preact: jsx('preact', 'on'),
  solid: jsx('solid-js', 'on:'),
  svelte: {
    ...jsx('', 'on'),
    imports: "import type { SvelteHTMLElements } from 'svelte/elements';",
    tagOf: ({ tag }) => `SvelteHTMLElements['${tag}']`,
  },
  vue: {
    imports: "import type { GlobalComponents } from 'vue';",
    tagOf: ({ tag }) => `InstanceType<GlobalComponents['${tag}']>['$props']`,
    namesOf: (element) => [
      ...settable(element).map(camel),
      ...named(element.events).map((event) => `on${pascal(event)}`),
    ],
  },
  angular: {
    imports: '',
    tagOf: ({ tag }) => `HTMLElementTagNameMap['${tag}'] & GlobalEventHandlersEventMap`,
    namesOf: ({ properties, events }) => [...named(properties), ...named(events)],
  },
  components: {
    imports:
      "import type * as components from 'ffc-elements/react';\n" +
      "import type { ComponentProps } from 'react';",
    tagOf: ({ name }) => `ComponentProps<typeof components.${name}>`,
    namesOf: ({ properties, events }) => [
      ...named(properties),
      ...named(events).map((event) => `on${pascal(event)}`),
    ],
  },
};

/**
 * Writes a module into an app that names every attribute, property and event of every element. It
 * does not compile if the framework does not know one, or knows it without its type.
 */
export function nameEverything(app: string, framework = app): void {
  const { imports, tagOf, namesOf } = declared[framework] ?? fail(framework);
  const lines = readElements().map((element) => {
    const names = [...new Set(namesOf(element))].map((name) => `'${name}'`);
    return `  Untyped<${tagOf(element)}, ${names.join(' | ')}>,`;
  });
  writeFileSync(
    join(root, 'apps', app, `every-name-of-${framework}.ts`),
    `${imports}
type Untyped<Tag, Name extends keyof Tag> = { [N in Name]-?: 0 extends 1 & Tag[N] ? N : never }[Name];
type All = [
${lines.join('\n')}
];
export const none: [All[number]] extends [never] ? true : All[number] = true;
`,
  );
}

function fail(framework: string): never {
  throw new Error(`How ${framework} declares elements is unknown.`);
}
