import { warnOnce } from '../core/logger.js';
import type { Dictionary, PartialLocale } from '../i18n/types.js';
import { findLanguage, loadLocale } from './locales.js';

/** The words to show now, and the ones that are still loading. */
interface Words<M> {
  readonly now: M;
  readonly later?: Promise<M>;
}

/** The words of a dictionary in a language: English while others load, or where there are none. */
export function wordsIn<M extends object>(dictionary: Dictionary<M>, tag: string): Words<M> {
  const { en } = dictionary;
  const language = findLanguage(tag, dictionary.group);
  if (!language) return { now: en };
  const inLocale = (locale: PartialLocale): M => translate(dictionary, locale, language.tag);
  if (language.words) return { now: inLocale(language.words) };
  return {
    now: en,
    later: loadLocale(language).then((locale) => (locale ? inLocale(locale) : en)),
  };
}

/** The merged words, by locale and English words. All elements of the page share them. */
const translated = new WeakMap<PartialLocale, Map<object, object>>();

function translate<M extends object>(
  dictionary: Dictionary<M>,
  locale: PartialLocale,
  tag: string,
): M {
  const { en, group } = dictionary;
  const { errors, deviceError } = locale;
  const known = translated.get(locale) ?? new Map<object, object>();
  translated.set(locale, known);
  const before = known.get(en) as M | undefined;
  if (before) return before;
  const words = { ...locale[group], errors, deviceError };
  const missing: string[] = [];
  const messages = overlay(en, words, (path) => missing.push(path), `${group}.`);
  if (missing.length > 0) {
    warnOnce(`The language "${tag}" has no words for ${missing.join(', ')}: English is shown.`);
  }
  known.set(en, messages);
  return messages;
}

const merged = new WeakMap<object, WeakMap<object, object>>();

/** Replaces single messages by the page's own. The same input returns the same object. */
export function mergeWords<M extends object>(base: M, own: Partial<M> | undefined): M {
  if (!own) return base;
  const known = merged.get(base) ?? new WeakMap<object, object>();
  merged.set(base, known);
  const before = known.get(own) as M | undefined;
  if (before) return before;
  const messages = overlay(base, own, (path, type, isLeftOut) => {
    if (!isLeftOut) warnOnce(`messages: ${path} takes a ${type}. It counts as left out.`);
  });
  known.set(own, messages);
  return messages;
}

/**
 * Replaces words by others, group by group. A word that is missing or of the wrong type keeps its
 * old value, so that it fails no rendering, and `onKept` is called.
 */
function overlay<M extends object>(
  base: M,
  words: object,
  onKept: (path: string, type: string, isLeftOut: boolean) => void,
  path = '',
): M {
  const messages = { ...words, ...base };
  for (const key in base) {
    const before = base[key];
    const word = (words as Partial<Record<string, unknown>>)[key];
    const where = key === 'errors' || key === 'deviceError' ? key : path + key;
    if (isGroup(before) && isGroup(word)) {
      messages[key] = overlay(before, word, onKept, `${where}.`);
    } else if (typeof word === typeof before && word !== null) {
      messages[key] = word as typeof before;
    } else onKept(where, typeof before, word === undefined);
  }
  return messages;
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
