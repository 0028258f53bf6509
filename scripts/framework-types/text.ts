import type { ElementModel, Member } from './model.js';

/** A name as a key in TypeScript, with quotes if needed. */
export function key(name: string): string {
  return /^[\w$]+$/.test(name) ? name : `'${name}'`;
}

/** A doc block, indented. */
export function doc(text: string, indent = ''): string {
  const lines = text.trim().replaceAll('*/', '*\\/').split('\n');
  if (!lines[0]) return '';
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd() + '\n').join('')}${indent} */\n`;
}

/** The members of an interface, each of them optional. */
export function members(list: readonly Member[], type: (member: Member) => string): string {
  return list
    .map((member) => `${doc(member.description, '  ')}  ${key(member.name)}?: ${type(member)};\n`)
    .join('');
}

/** An interface that may be empty. */
export function declareInterface(
  name: string,
  body: string,
  parents: readonly string[] = [],
): string {
  const heritage = parents.length > 0 ? ` extends ${parents.join(', ')}` : '';
  return `export interface ${name}${heritage} {\n${body}}\n`;
}

/** The listeners of each element, with a framework's names for the events. */
export function handlers(
  elements: readonly ElementModel[],
  nameOf: (event: string) => string,
): string {
  return elements
    .map(({ name, events }) =>
      declareInterface(
        `${name}Handlers`,
        members(
          events.map((event) => ({ ...event, name: nameOf(event.name) })),
          ({ type }) => `((event: ${type}) => void) | null | undefined`,
        ),
      ),
    )
    .join('\n');
}

/** The import of the classes of all events that elements fire. */
export function importEvents(elements: readonly ElementModel[]): string {
  const names = new Set(elements.flatMap(({ events }) => events.map(({ type }) => type)));
  return `import type {\n${[...names]
    .sort()
    .map((name) => `  ${name},\n`)
    .join('')}} from '../index.js';\n`;
}

/** The import of parts of `elements.d.ts`, by the endings of their names. */
export function importElements(
  elements: readonly ElementModel[],
  endings: readonly ('Attributes' | 'Properties' | 'PropertiesAlone')[],
  from = './elements.js',
): string {
  const names = elements.flatMap(({ name }) => endings.map((ending) => `  ${name}${ending},\n`));
  return `import type {\n${names.join('')}} from '${from}';\n`;
}

/** The import of the classes of elements. */
export function importClasses(elements: readonly ElementModel[]): string {
  const modules = new Map(elements.map(({ className, module }) => [className, module]));
  return [...modules]
    .map(([className, module]) => `import type { ${className} } from '../${module}.js';\n`)
    .join('');
}
