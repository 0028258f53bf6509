import type { ComplexAttributeConverter } from 'lit';
import { warnOnce } from '../../core/logger.js';
import { BaseElement } from '../../parts/base-element.js';

/**
 * The values that a property accepts. Frameworks bind values of any type: numbers, `null`, arrays,
 * the text `false`.
 */
interface Kind<T> {
  /** The accepted values in words, for the warning to developers: it follows "takes". */
  readonly expected: string;
  /** The value for `null`, `undefined`, and values that the property does not accept. */
  readonly fallback: T;
  /** Whether only script can set the property. An attribute of its name only leads to a warning. */
  readonly byScript?: boolean;
  /** Whether empty text, as in an attribute without a value, counts as no value. */
  readonly blankIsNone?: boolean;
  /**
   * Converts a value into the property's type. Returns undefined for a value that it does not
   * accept.
   */
  readonly convert: (value: unknown) => T | undefined;
}

/** The `converter` in the declaration of a property of an {@link FfcElement}. */
export interface Converter<T = unknown> extends ComplexAttributeConverter {
  readonly kind: Kind<T>;
}

function converter<T>(kind: Kind<T>): Converter<T> {
  return {
    kind,
    // The accessor converts the values of attributes and of properties alike.
    fromAttribute: (value) => value,
  };
}

/** Text. Numbers are accepted too, for ids. */
export function text(): Converter<string | undefined>;
export function text(fallback: string): Converter<string>;
export function text(fallback?: string): Converter<string | undefined> {
  return converter({
    expected: 'text',
    fallback,
    convert: (value) =>
      typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint'
        ? String(value)
        : undefined,
  });
}

/**
 * A boolean, off by default. A present attribute turns it on, as in HTML, except with the text
 * `false`, which Vue and React 18 write for a binding of false.
 */
export const flag = converter<boolean>({
  expected: 'true or false',
  fallback: false,
  convert: (value) => {
    if (typeof value === 'string') return value.trim().toLowerCase() !== 'false';
    return typeof value === 'boolean' || typeof value === 'number' ? Boolean(value) : undefined;
  },
});

/** A whole number, or text of one. */
export function whole(least: number): Converter<number | undefined>;
export function whole(least: number, fallback: number, most?: number): Converter<number>;
export function whole(
  least: number,
  fallback?: number,
  most = Infinity,
): Converter<number | undefined> {
  return converter({
    expected: `a number of ${least} ${most < Infinity ? `to ${most}` : 'or more'}`,
    fallback,
    blankIsNone: true,
    convert: (value) => {
      const isNumeric = typeof value === 'number' || typeof value === 'string';
      const number = isNumeric ? Math.floor(Number(value)) : NaN;
      return number >= least && number <= most && number < Infinity ? number : undefined;
    },
  });
}

/** One of several words. `spell` turns further spellings, such as booleans, into a word. */
export function choice<T extends string>(
  values: readonly T[],
  fallback: T | undefined,
  spell: (word: string) => string = (word) => word,
): Converter<T | undefined> {
  return converter({
    expected: values.join(', '),
    fallback,
    blankIsNone: true,
    convert: (value) => {
      if (typeof value !== 'string' && typeof value !== 'boolean') return undefined;
      const word = spell(String(value).trim().toLowerCase());
      return values.find((each) => each === word);
    },
  });
}

/** The values of `theme`. */
export const themes = ['light', 'dark', 'auto'] as const;

/** Words with spaces between them, or an array of words. */
export const words = converter<string | undefined>({
  expected: 'words with spaces between them, or an array of words',
  fallback: undefined,
  convert: (value) => {
    if (typeof value === 'string') return value;
    const isList = Array.isArray(value) && value.every((word) => typeof word === 'string');
    return isList ? value.join(' ') : undefined;
  },
});

/** An object, for properties without an attribute. */
export const object = converter<object | undefined>({
  expected: 'an object',
  byScript: true,
  fallback: undefined,
  convert: (value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined,
});

/** An element, also of another document; for properties without an attribute. */
export const elementReference = converter<Element | undefined>({
  expected: 'an element',
  byScript: true,
  fallback: undefined,
  convert: (value) =>
    // A server has no `Node` with the constants: 1 is an element.
    (value as Partial<Element>).nodeType === 1 ? (value as Element) : undefined,
});

/** A function, for properties without an attribute. */
export const callback = converter<((...args: never[]) => unknown) | undefined>({
  expected: 'a function',
  byScript: true,
  fallback: undefined,
  convert: (value) =>
    typeof value === 'function' ? (value as (...args: never[]) => unknown) : undefined,
});

/**
 * The base class of all elements. It converts the values that a framework may bind, by attribute or
 * by property. A value that a property does not accept counts as left out, and the console warns
 * once. So a wrong binding never stops an element from rendering.
 */
export abstract class FfcElement extends BaseElement {
  protected static override finalize(): void {
    if (Object.hasOwn(this, 'finalized')) return;
    // An attribute has the property's name with dashes, unless its declaration says otherwise.
    for (const [name, options] of Object.entries(this.properties ?? {})) {
      const attribute = name.replace(/[A-Z]/g, '-$&').toLowerCase();
      const { kind } = (options.converter ?? {}) as Partial<Converter>;
      Object.assign(options, { attribute, ...options }, kind?.byScript && { attribute });
    }
    super.finalize();
    for (const [name, options] of this.elementProperties) {
      const accessor = Object.getOwnPropertyDescriptor(this.prototype, name);
      const { kind } = (options.converter ?? {}) as Partial<Converter>;
      if (!kind || !accessor?.set) continue;
      Object.defineProperty(this.prototype, name, {
        ...accessor,
        set(this: FfcElement, value: unknown) {
          accessor.set?.call(this, convert(value, kind, this.localName, String(name)));
        },
      });
    }
  }
}

function convert<T>(value: unknown, kind: Kind<T>, tag: string, name: string): T {
  if (value === null || value === undefined) return kind.fallback;
  if (kind.blankIsNone && typeof value === 'string' && !value.trim()) return kind.fallback;
  const converted = kind.convert(value);
  if (converted === undefined) {
    // Never the value itself: it may be a token that was put into the wrong property.
    const given = Array.isArray(value) ? 'array' : typeof value;
    warnOnce(
      `<${tag}>: ${name} takes ${kind.expected}, not this ${given}. It counts as left out.` +
        (kind.byScript ? ` Set \`.${name}\`, in Vue \`:${name}.prop\`.` : ''),
    );
  }
  return converted ?? kind.fallback;
}
