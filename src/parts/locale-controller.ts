import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Dictionary } from '../i18n/types.js';
import { observeLanguage } from './language.js';
import { localesVersion } from './locales.js';
import { mergeWords, wordsIn } from './words.js';

type Host = ReactiveControllerHost & HTMLElement;

/**
 * Provides an element's words in the language of the nearest `lang`, and updates the element when
 * that changes. The words are English until another language has loaded, and stay English when that
 * fails. The writing direction needs no script: CSS follows the nearest `dir`.
 */
export class LocaleController<M extends object> implements ReactiveController {
  readonly #host: Host;
  readonly #dictionary: Dictionary<M>;
  readonly #overrides: () => Partial<M> | undefined;
  #stops: readonly (() => void)[] = [];
  #base: M;

  constructor(
    host: Host,
    dictionary: Dictionary<M>,
    overrides: () => Partial<M> | undefined = () => undefined,
  ) {
    this.#host = host;
    this.#dictionary = dictionary;
    this.#base = dictionary.en;
    this.#overrides = overrides;
    host.addController(this);
  }

  /** The full language tag, for `Intl`. */
  lang = 'en';

  /** The messages in the language around the element. */
  get messages(): M {
    return mergeWords(this.#base, this.#overrides());
  }

  hostConnected(): void {
    this.#stops = [
      observeLanguage(this.#host, this.#onLanguage),
      localesVersion.subscribe(() => this.#onLanguage(this.lang)),
    ];
  }

  hostDisconnected(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }

  readonly #onLanguage = (tag: string): void => {
    const lang = tag || 'en';
    if (lang !== this.lang) {
      this.lang = lang;
      this.#host.requestUpdate();
    }
    const words = wordsIn(this.#dictionary, lang);
    this.#setBase(words.now);
    void words.later?.then((messages) => {
      if (this.lang === lang) this.#setBase(messages);
    });
  };

  #setBase(messages: M): void {
    if (messages === this.#base) return;
    this.#base = messages;
    this.#host.requestUpdate();
  }
}
