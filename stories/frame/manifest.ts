import manifest from '../../custom-elements.json' with { type: 'json' };

/** A named entry of the manifest: a part, a slot, an event. */
export interface Described {
  /** Empty for the default slot. */
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
}

export interface DescribedAttribute extends Described {
  readonly fieldName?: string;
  readonly type?: { readonly text: string };
}

export interface DescribedMember extends Described {
  readonly kind: string;
  readonly attribute?: string;
  readonly readonly?: boolean;
  readonly type?: { readonly text: string };
}

/** The entry of an element in `custom-elements.json`. */
export interface ElementFacts {
  readonly tagName: string;
  readonly summary?: string;
  readonly description?: string;
  readonly attributes?: readonly DescribedAttribute[];
  readonly members?: readonly DescribedMember[];
  readonly events?: readonly Described[];
  readonly slots?: readonly Described[];
  readonly cssParts?: readonly Described[];
  readonly cssProperties?: readonly Described[];
  readonly cssStates?: readonly Described[];
}

interface Manifest {
  readonly modules: readonly { readonly declarations?: readonly Partial<ElementFacts>[] }[];
}

const isElement = (declaration: Partial<ElementFacts>): declaration is ElementFacts =>
  declaration.tagName !== undefined;

/** All elements of the manifest, by their tags. */
export const elements: ReadonlyMap<string, ElementFacts> = new Map(
  (manifest as unknown as Manifest).modules
    .flatMap(({ declarations = [] }) => declarations.filter(isElement))
    .map((element) => [element.tagName, element]),
);

/** The names of all events of all elements, without duplicates. */
export const eventNames: readonly string[] = [
  ...new Set([...elements.values()].flatMap(({ events = [] }) => events.map(({ name }) => name))),
];

/** The attributes that a page may set. The element sets the others itself. */
export function writableAttributes({
  attributes = [],
}: ElementFacts): readonly DescribedAttribute[] {
  return attributes.filter(({ name }) => name !== 'state');
}
