/**
 * Reads the facts for a framework's types from `custom-elements.json`: each element's attributes,
 * properties, events and class.
 */
import { readFileSync } from 'node:fs';

/** An attribute, a property or an event, with the words of its doc block. */
export interface Member {
  readonly name: string;
  readonly description: string;
  /** As TypeScript, with the names that `elements.d.ts` imports. */
  readonly type: string;
}

/** One element of the manifest. */
export interface ElementModel {
  readonly tag: string;
  /** The tag in capitals, such as `FfcRoom`: the first part of the names of its types. */
  readonly name: string;
  /** Its class, which several tags may share. */
  readonly className: string;
  /** The module of the class, from `dist/`, without its ending. */
  readonly module: string;
  readonly summary: string;
  /** By the names of HTML. */
  readonly attributes: readonly Member[];
  /** The names of the attributes that are `on` or `off`. */
  readonly switches: readonly string[];
  /** All settable properties. A property with an attribute has the same type as the attribute. */
  readonly properties: readonly Member[];
  /** The properties that are no attributes: objects, functions and elements. */
  readonly propertiesAlone: readonly Member[];
  readonly events: readonly Member[];
}

interface Typed {
  readonly name: string;
  readonly description?: string;
  readonly type?: { readonly text: string };
}
interface Declaration extends Typed {
  readonly tagName?: string;
  readonly summary?: string;
  readonly attributes?: readonly (Typed & { readonly fieldName?: string })[];
  readonly members?: readonly (Typed & { readonly kind: string; readonly readonly?: boolean })[];
  readonly events?: readonly Typed[];
}
interface Manifest {
  readonly modules: readonly { readonly path: string; readonly declarations: Declaration[] }[];
}

/** All elements of the package, in the order of their tags. */
export function readElements(path = 'custom-elements.json'): readonly ElementModel[] {
  const { modules } = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  return modules
    .flatMap(({ path: file, declarations }) =>
      declarations.flatMap((declaration) =>
        declaration.tagName ? [elementOf(declaration.tagName, file, declaration)] : [],
      ),
    )
    .sort((a, b) => (a.tag < b.tag ? -1 : 1));
}

function elementOf(tag: string, path: string, declaration: Declaration): ElementModel {
  const className = declaration.name;
  const typed = ({ name, description = '', type }: Typed, field = name): Member => ({
    name,
    description,
    type: settable(name, className, field, type?.text ?? ''),
  });
  // Those without a property are HTML's own, or written by the element.
  const attributes = (declaration.attributes ?? []).filter(({ fieldName }) => fieldName);
  const fields = new Set(attributes.map(({ fieldName }) => fieldName));
  const properties = (declaration.members ?? []).filter(
    ({ kind, readonly }) => kind === 'field' && !readonly,
  );
  return {
    tag,
    name: pascal(tag),
    className,
    module: classModule(path),
    summary: declaration.summary ?? '',
    attributes: attributes.map((attribute) => typed(attribute, attribute.fieldName)),
    switches: attributes
      .filter(({ type }) => type?.text === "'on' | 'off'")
      .map(({ name }) => name),
    properties: properties.map((property) => typed(property)),
    propertiesAlone: properties
      .filter(({ name }) => !fields.has(name))
      .map((property) => typed(property)),
    events: (declaration.events ?? []).map(({ name, description = '', type }) => ({
      name,
      description,
      type: type?.text ?? 'Event',
    })),
  };
}

/** Controls are declared where they are registered, and share one class. */
function classModule(path: string): string {
  const isControl = path.startsWith('src/define/');
  return isControl ? 'parts/control-element' : path.replace(/^src\//, '').replace(/\.ts$/, '');
}

/**
 * The type of a property, and the further accepted values: HTML's spellings, and ids as numbers.
 */
function settable(name: string, className: string, field: string, text: string): string {
  const own = `${className}['${field}']`;
  if (text === 'boolean') return `${own} | 'true' | 'false' | ''`;
  if (text.includes('number')) return `${own} | \`\${number}\``;
  if (/(^|-)id$|Id$/.test(name)) return `${own} | number`;
  if (name === 'controls') return `${own} | readonly string[]`;
  return own;
}

/** `ffc-room-list` as `FfcRoomList`. */
export function pascal(name: string): string {
  return name.replace(/(^|-)([a-z])/g, (_, _dash, letter: string) => letter.toUpperCase());
}
