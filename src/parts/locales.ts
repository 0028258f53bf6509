import { createCell, type Readable } from '../core/cell.js';
import { warnOnce } from '../core/logger.js';
import type { Locale, PartialLocale } from '../i18n/types.js';

/**
 * The result of a language's loader: its words, or a module that exports them, by name or default.
 */
export type LocaleSource = PartialLocale | { readonly default: PartialLocale };

/** Gets the words of a language, usually by an `import()` of their one file. */
export type LocaleLoader = () => Promise<LocaleSource>;

/** One language, and how far its words have come. */
interface Language {
  readonly tag: string;
  readonly load: LocaleLoader;
  words?: PartialLocale;
  loading?: Promise<PartialLocale | undefined> | undefined;
  /** In milliseconds since 1970: after a failure, the earliest next try. */
  retryAt?: number;
  /** The words of panels, where they are in a file of their own. */
  readonly panels?: Language | undefined;
}

const retryDelay = 30_000;

/** The languages that are known, by tags in lower case. English is always there. */
export const languages = new Map<string, Language>();
const version = createCell(0);

/** Changes with each language that becomes known, and when further English words have come. */
export const localesVersion: Readable<number> = version;

/** Notifies all elements that a dictionary has more words than before. */
export function notifyOfWords(): void {
  version.set(version.getSnapshot() + 1);
}

/**
 * Makes a language known. Its words are loaded when the nearest `lang` of an element asks for it,
 * or for a variety of it: `ja` serves `ja-JP` too. Registered again, a tag stands for the new
 * words. A message that a language does not have is shown in English. The words of panels (the
 * group `panels`) may have a loader of their own, so that a list does not load them.
 *
 * ```js
 * registerLocale('ja', () => import('./ja.js'));
 * ```
 *
 * @throws {RangeError} The tag is no language tag of BCP 47.
 */
export function registerLocale(name: string, load: LocaleLoader, loadPanels?: LocaleLoader): void {
  const tag = new Intl.Locale(name).toString();
  const panels = loadPanels && { tag, load: loadPanels };
  languages.set(tag.toLowerCase(), { tag, load, panels });
  notifyOfWords();
}

// Their types hold that no word is missing. The build makes a chunk of what each import() takes.
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

/** A language for a tag; undefined where no words but English are known. */
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

/** Loads the words of a language, once for all; gives nothing when they cannot be had. */
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
    // Words are not worth failing a call for: English stays.
    language.retryAt = Date.now() + retryDelay;
    language.loading = undefined;
    warnOnce(`The words of "${language.tag}" could not be loaded: ${String(error)}`);
    return undefined;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
