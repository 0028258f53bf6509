/** Red, green and blue, each from 0 to 255. */
export type Rgb = readonly [number, number, number];

/** A foreground and a background token, with the contrast that WCAG 2.2 requires. */
export interface Pair {
  readonly text: string;
  readonly on: string;
  readonly least: number;
}

const pair = (text: string, on: string, least = 4.5): Pair => ({
  text: `--ffc-${text}`,
  on: `--ffc-${on}`,
  least,
});

/** The required pairs: 4.5 to 1 for text, 3 to 1 for lines that carry meaning. */
export const pairs: readonly Pair[] = [
  pair('color-on-surface', 'color-surface'),
  pair('color-on-surface', 'color-surface-raised'),
  pair('color-muted', 'color-surface'),
  pair('color-muted', 'color-surface-raised'),
  pair('color-accent', 'color-surface'),
  pair('color-on-accent', 'color-accent'),
  pair('color-danger', 'color-surface'),
  pair('color-success', 'color-surface'),
  pair('color-on-surface', 'color-tile'),
  pair('color-speaking', 'color-surface', 3),
  pair('call-on-surface', 'call-surface'),
  pair('call-on-surface', 'call-surface-raised'),
  pair('call-on-surface', 'call-tile'),
  pair('call-muted', 'call-surface'),
];

/** A pair with too little contrast, and its ratio. */
export interface TooClose extends Pair {
  readonly ratio: number;
}

/** The pairs with too little contrast. A pair with an unknown colour is left out. */
export function tooClose(colourOf: (token: string) => Rgb | undefined): readonly TooClose[] {
  return pairs.flatMap((each) => {
    const text = colourOf(each.text);
    const on = colourOf(each.on);
    if (!text || !on) return [];
    const ratio = contrast(text, on);
    return ratio < each.least ? [{ ...each, ratio }] : [];
  });
}

/** The contrast of WCAG 2: from 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

/** Parses `#rrggbb`. */
export function fromHex(hex: string): Rgb | undefined {
  const [, r, g, b] = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex) ?? [];
  if (r === undefined || g === undefined || b === undefined) return undefined;
  return [parseInt(r, 16), parseInt(g, 16), parseInt(b, 16)];
}

export function toHex(colour: Rgb): string {
  return `#${colour.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}

/** Parses a computed colour: `rgb(1, 2, 3)`, `rgba(…)` or `color(srgb …)`. */
export function fromComputed(text: string): Rgb | undefined {
  const [r, g, b] = (text.match(/[\d.]+/g) ?? []).map(Number);
  if (r === undefined || g === undefined || b === undefined) return undefined;
  return text.startsWith('color(srgb') ? [r * 255, g * 255, b * 255] : [r, g, b];
}
