/**
 * Generates `ffc-elements/react`: a component for each element, made by `src/react/wrap.ts`. Each
 * is a separate module, so that a bundler includes only the elements that an app uses.
 */
import { type ElementModel, pascal } from './model.js';
import { handlers, importClasses, importElements, importEvents } from './text.js';

type Elements = readonly ElementModel[];

/** The directive with which Next and other servers load the module in the browser only. */
const client = "'use client';\n";

/** All files by their names below `dist/react/`. */
export function reactFiles(elements: Elements): ReadonlyMap<string, string> {
  const index = elements.map(({ name, tag }) => `export { ${name} } from './${tag}.js';\n`);
  return new Map([
    ...elements.map((element) => [`${element.tag}.js`, moduleOf(element)] as const),
    ['index.js', client + index.join('')],
    ['index.d.ts', declarations(elements)],
  ]);
}

function moduleOf({
  tag,
  name,
  attributes,
  switches,
  propertiesAlone,
  events,
}: ElementModel): string {
  const facts = {
    tag,
    attributes: Object.fromEntries(attributes.map(({ name: own }) => [propOf(own), own])),
    switches: switches.map(propOf),
    properties: propertiesAlone.map((property) => property.name),
    events: Object.fromEntries(events.map((event) => [`on${pascal(event.name)}`, event.name])),
  };
  return `${client}import '../define/${tag}.js';
import { wrap } from './wrap.js';

export const ${name} = /* @__PURE__ */ wrap('${name}', ${JSON.stringify(facts, null, 2)});
`;
}

/** Attributes have the names of their properties; `for` is `htmlFor`, as in React's own labels. */
function propOf(attribute: string): string {
  if (attribute === 'for') return 'htmlFor';
  return attribute.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function declarations(elements: Elements): string {
  const components = elements.map(
    ({ name, className, summary }) => `
export interface ${name}Props extends Own<${className}, ${name}Properties & ${name}Handlers> {}
/** ${summary} */
export declare const ${name}: ForwardRefExoticComponent<
  ${name}Props & RefAttributes<${className}>
>;
`,
  );
  return `${importEvents(elements)}${importClasses(elements)}${importElements(elements, ['Properties'], '../types/elements.js')}import type { CSSProperties, ForwardRefExoticComponent, HTMLAttributes, RefAttributes } from 'react';

type Own<Class, Props> = Omit<HTMLAttributes<Class>, keyof Props | 'style'> &
  Props & { style?: (CSSProperties & Record<\`--\${string}\`, string | number>) | undefined };

${handlers(elements, (event) => `on${pascal(event)}`)}${components.join('')}`;
}
