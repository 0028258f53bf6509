import { warnOnce } from '../core/logger.js';
import type { Dictionary, PartialLocale } from '../i18n/types.js';
import { findLanguage, loadLocale } from './locales.js';

/** The words to show now, and those that are on their way. */
interface Words<M> {
  readonly now: M;
  readonly later?: Promise<M>;
}

/** The words of a dictionary in a language: English while others are loaded, or where none are. */
export function wordsIn<M extends object>(dictionary: Dictionary<M>, tag: string): Words<M> {
  const { en } = dictionary;
  const language = findLanguage(tag);
  if (!language) return { now: en };
  const inLocale = (locale: PartialLocale): M => translate(dictionary, locale, language.tag);
  if (language.words) return { now: inLocale(language.words) };
  return {
    now: en,
    later: loadLocale(language).then((locale) => (locale ? inLocale(locale) : en)),
  };
}

/** By locale and dictionary: once for all elements of the page. */
const translated = new WeakMap<PartialLocale, Map<Dictionary<object>, object>>();

function translate<M extends object>(
  dictionary: Dictionary<M>,
  locale: PartialLocale,
  tag: string,
): M {
  const known = translated.get(locale) ?? new Map<Dictionary<object>, object>();
  translated.set(locale, known);
  const before = known.get(dictionary) as M | undefined;
  if (before) return before;
  const { en, group, pick } = dictionary;
  const missing: string[] = [];
  const messages = complete(en, pick(locale) ?? {}, `${group}.`, missing);
  if (missing.length > 0) {
    warnOnce(`The language "${tag}" has no words for ${missing.join(', ')}: English is shown.`);
  }
  known.set(dictionary, messages);
  return messages;
}

/** Puts English in the place of each message that is missing, or not of the message's type. */
function complete<M extends object>(en: M, words: object, path: string, missing: string[]): M {
  const messages = { ...en };
  for (const key in en) {
    const english = en[key];
    const word = (words as Partial<Record<string, unknown>>)[key];
    const where = key === 'errors' || key === 'deviceError' ? key : `${path}${key}`;
    if (isGroup(english) && !isErrorWords(english)) {
      messages[key] = complete(english, isGroup(word) ? word : {}, `${where}.`, missing);
    } else if (typeof word === typeof english && word !== null) {
      messages[key] = word as typeof english;
    } else {
      missing.push(where);
    }
  }
  return messages;
}

/** Title and remedy belong together: half of them in another language would be odd. */
function isErrorWords(value: object): boolean {
  return 'title' in value && typeof value.title === 'string';
}

const merged = new WeakMap<object, WeakMap<object, object>>();

/** Puts words of the page's own in place of single messages; the same ones give the same object. */
export function mergeWords<M extends object>(base: M, own: Partial<M> | undefined): M {
  if (!own) return base;
  const known = merged.get(base) ?? new WeakMap<object, object>();
  merged.set(base, known);
  const before = known.get(own) as M | undefined;
  if (before) return before;
  const messages = merge(base, own);
  known.set(own, messages);
  return messages;
}

/**
 * Groups of messages, such as the errors, are merged one by one too. What is not of the message's
 * type counts as left out, so that it fails no rendering.
 */
function merge<M extends object>(base: M, own: Partial<M>, path = ''): M {
  const messages = { ...base };
  for (const key in own) {
    const before = base[key];
    const other: unknown = own[key];
    if (other === undefined) continue;
    if (before !== undefined && (typeof before !== typeof other || other === null)) {
      warnOnce(`messages: ${path}${key} takes a ${typeof before}. It counts as left out.`);
    } else if (isGroup(before) && isGroup(other)) {
      messages[key] = merge(before, other, `${path}${key}.`);
    } else messages[key] = other as typeof before;
  }
  return messages;
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
