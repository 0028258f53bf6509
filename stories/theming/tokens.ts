import { tokens } from '../../src/styles/tokens.js';
import { elements } from '../frame/manifest.js';

/** A public CSS custom property. */
export interface Token {
  readonly name: string;
  readonly kind: 'colour' | 'length' | 'text';
  readonly description: string;
  /** What elements use without it, as CSS. */
  readonly fallback: string;
}

/** The values of tokens, by their names. */
export type TokenValues = Readonly<Record<string, string>>;

const isColour = (name: string): boolean =>
  name.startsWith('--ffc-color-') || name.startsWith('--ffc-call-');
const lengths = ['--ffc-radius', '--ffc-gap', '--ffc-tile-radius'];

/** What the shared styles say for each token that a page does not set. */
const fallbacks = fallbacksIn(tokens.cssText);

/** Every public CSS custom property of the manifest, each once, those of the room first. */
export const allTokens: readonly Token[] = ['ffc-room', ...elements.keys()]
  .flatMap((tag) => elements.get(tag)?.cssProperties ?? [])
  .filter((property, index, all) => all.findIndex(({ name }) => name === property.name) === index)
  .map(({ name, description = '', default: value }) => ({
    name,
    description: description.replaceAll('`', ''),
    kind: isColour(name) ? 'colour' : lengths.includes(name) ? 'length' : 'text',
    fallback: value ?? fallbacks.get(name) ?? '',
  }));

/** The second argument of the first `var()` of each property. */
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
