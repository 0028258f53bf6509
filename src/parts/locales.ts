import { createCell, type Readable } from '../core/cell.js';
import { warnOnce } from '../core/logger.js';
import type { Locale, PartialLocale } from '../i18n/types.js';

/**
 * The result of a language's loader: its words, or a module that exports them, by name or default.
 */
export type LocaleSource = PartialLocale | { readonly default: PartialLocale };

/** Loads the words of a language, usually by an `import()` of one file. */
export type LocaleLoader = () => Promise<LocaleSource>;

/** A registered language, and the state of its words. */
interface Language {
  readonly tag: string;
  readonly load: LocaleLoader;
  words?: PartialLocale;
  loading?: Promise<PartialLocale | undefined> | undefined;
  /** After a failure: the earliest time of the next try, in milliseconds since 1970. */
  retryAt?: number;
  /** The words of panels, if they are in a file of their own. */
  readonly panels?: Language | undefined;
}

const retryDelay = 30_000;

/** The registered languages, by tags in lower case. English is built in. */
export const languages = new Map<string, Language>();
const version = createCell(0);

/** Changes with each registered language, and when further English words have loaded. */
export const localesVersion: Readable<number> = version;

/** Notifies all elements that a dictionary has new words. */
export function notifyOfWords(): void {
  version.set(version.getSnapshot() + 1);
}

/**
 * Registers a language. Its words load when the nearest `lang` of an element names it or a variety
 * of it: `ja` also serves `ja-JP`. Registering a tag again replaces its words. A message that a
 * language lacks is shown in English. The words of panels (the group `panels`), with those that a
 * list loads behind its rooms, may have a loader of their own, so that a list does not load them first.
 *
 * ```js
 * registerLocale('ja', () => import('./ja.js'));
 * ```
 *
 * @throws {RangeError} The tag is not a language tag of BCP 47.
 */
export function registerLocale(name: string, load: LocaleLoader, loadPanels?: LocaleLoader): void {
  const tag = new Intl.Locale(name).toString();
  const panels = loadPanels && { tag, load: loadPanels };
  languages.set(tag.toLowerCase(), { tag, load, panels });
  notifyOfWords();
}

// The types of these modules ensure that no word is missing. The build splits what each `import()`
// reads into a chunk.
registerLocale(
  'ko',
  async (): Promise<Omit<Locale, 'panels'>> => {
    const { deviceError, errors, list, room } = await import('../locales/ko.js');
    return { deviceError, errors, list, room };
  },
  async (): Promise<Pick<Locale, 'panels'>> => {
    const { panels } = await import('../locales/ko.js');
    return { panels };
  },
);

/** The language for a tag; undefined where only English words are known. */
export function findLanguage(tag: string, group?: string): Language | undefined {
  for (
    let part = tag.toLowerCase();
    part;
    part = part.slice(0, Math.max(0, part.lastIndexOf('-')))
  ) {
    const language = languages.get(part);
    if (language) return (group === 'panels' && language.panels) || language;
  }
  return undefined;
}

/** Loads the words of a language, once for the page. Resolves to undefined when the load fails. */
export function loadLocale(language: Language): Promise<PartialLocale | undefined> {
  if (Date.now() < (language.retryAt ?? 0)) return Promise.resolve(undefined);
  language.loading ??= load(language);
  return language.loading;
}

async function load(language: Language): Promise<PartialLocale | undefined> {
  try {
    const source: unknown = await language.load();
    if (!isObject(source)) throw new TypeError('The loader gave no words.');
    const { default: words } = source as { readonly default?: unknown };
    return (language.words = isObject(words) ? words : source);
  } catch (error) {
    // Missing words must not fail a call: the text stays English.
    language.retryAt = Date.now() + retryDelay;
    language.loading = undefined;
    warnOnce(`The words of "${language.tag}" could not be loaded: ${String(error)}`);
    return undefined;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
