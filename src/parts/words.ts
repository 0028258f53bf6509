import { warnOnce } from '../core/logger.js';
import type { Dictionary } from '../i18n/types.js';

/** The words to show now, and those that are on their way. */
interface Words<M> {
  readonly now: M;
  readonly later?: Promise<M>;
}

/** What was loaded, by dictionary and language: once for all elements of the page. */
const loaded = new WeakMap<object, Map<string, object>>();

/** The words of a dictionary in a language: English while others are loaded, or where none are. */
export function wordsIn<M extends object>(dictionary: Dictionary<M>, tag: string): Words<M> {
  const lang = tag.split('-')[0]?.toLowerCase() ?? 'en';
  const { en, others } = dictionary;
  const load = Object.hasOwn(others, lang) ? others[lang] : undefined;
  if (!load) return { now: en };
  const known = loaded.get(dictionary) ?? new Map<string, object>();
  loaded.set(dictionary, known);
  const messages = known.get(lang) as M | undefined;
  if (messages) return { now: messages };
  const later = load().then((words) => {
    known.set(lang, words);
    return words;
  });
  return { now: en, later };
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
