import { tokens } from '../../src/styles/tokens.js';
import { elements } from '../frame/manifest.js';

/** A public CSS custom property. */
export interface Token {
  readonly name: string;
  readonly kind: 'colour' | 'length' | 'text';
  readonly description: string;
  /** The value that elements use by default, as CSS. */
  readonly fallback: string;
}

/** The values of tokens, by their names. */
export type TokenValues = Readonly<Record<string, string>>;

const isColour = (name: string): boolean =>
  name.startsWith('--ffc-color-') || name.startsWith('--ffc-call-');
const lengths = ['--ffc-radius', '--ffc-gap', '--ffc-tile-radius'];

/** The fallback of each token in the shared styles. */
const fallbacks = fallbacksIn(tokens.cssText);

/** All public CSS custom properties of the manifest, without duplicates, the room's first. */
export const allTokens: readonly Token[] = ['ffc-room', ...elements.keys()]
  .flatMap((tag) => elements.get(tag)?.cssProperties ?? [])
  .filter((property, index, all) => all.findIndex(({ name }) => name === property.name) === index)
  .map(({ name, description = '', default: value }) => ({
    name,
    description: description.replaceAll('`', ''),
    kind: isColour(name) ? 'colour' : lengths.includes(name) ? 'length' : 'text',
    fallback: value ?? fallbacks.get(name) ?? '',
  }));

/** Reads the fallback from the first `var()` of each property. */
function fallbacksIn(css: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const match of css.matchAll(/var\(\s*(--ffc-[\w-]+),/g)) {
    const [whole, name = ''] = match;
    let depth = 1;
    let end = match.index + whole.length;
    for (; end < css.length && depth > 0; end++) {
      if (css[end] === '(') depth++;
      if (css[end] === ')') depth--;
    }
    const value = css
      .slice(match.index + whole.length, end - 1)
      .trim()
      .replaceAll(/\s+/g, ' ');
    if (!found.has(name)) found.set(name, value);
  }
  return found;
}
