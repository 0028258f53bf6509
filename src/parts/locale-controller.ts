import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { warnOnce } from '../core/logger.js';
import type { Dictionary } from '../i18n/types.js';
import { nearestAttribute } from './tree.js';

type Host = ReactiveControllerHost & HTMLElement;

/**
 * Gives an element its words in the language of the nearest `lang`, and the writing direction
 * of the nearest `dir`; follows both when they change. English shows until another language's
 * chunk has come, and stays when it cannot be had.
 */
export class LocaleController<M extends object> implements ReactiveController {
  readonly #host: Host;
  readonly #dictionary: Dictionary<M>;
  readonly #overrides: () => Partial<M> | undefined;
  #loaded: { lang: string; messages: M } | undefined;
  #merged: { base: M; overrides: Partial<M> | undefined; messages: M } | undefined;

  constructor(
    host: Host,
    dictionary: Dictionary<M>,
    overrides: () => Partial<M> | undefined = () => undefined,
  ) {
    this.#host = host;
    this.#dictionary = dictionary;
    this.#overrides = overrides;
    host.addController(this);
  }

  /** The whole tag, for `Intl`. */
  lang = 'en';

  /** The messages in the language of the element's surroundings. */
  get messages(): M {
    const primary = this.lang.split('-')[0]?.toLowerCase();
    const loaded = this.#loaded;
    const base = loaded && loaded.lang === primary ? loaded.messages : this.#dictionary.en;
    const overrides = this.#overrides();
    const merged = this.#merged;
    if (merged?.base === base && merged.overrides === overrides) return merged.messages;
    const messages = merge(base, overrides);
    this.#merged = { base, overrides, messages };
    return messages;
  }

  hostConnected(): void {
    watchers.add(this.#follow);
    if (watchers.size === 1) observeDocument();
    this.#follow();
  }

  hostDisconnected(): void {
    watchers.delete(this.#follow);
    if (watchers.size === 0) observer?.disconnect();
  }

  readonly #follow = (): void => {
    const lang = nearestAttribute(this.#host, 'lang') || 'en';
    if (lang !== this.lang) {
      this.lang = lang;
      this.#host.requestUpdate();
    }
    const primary = lang.split('-')[0]?.toLowerCase() ?? 'en';
    const load = Object.hasOwn(this.#dictionary.others, primary)
      ? this.#dictionary.others[primary]
      : undefined;
    if (!load || this.#loaded?.lang === primary) return;
    load().then(
      (messages) => {
        this.#loaded = { lang: primary, messages };
        this.#host.requestUpdate();
      },
      // Without the chunk English stays: words are not worth failing a call for.
      () => {},
    );
  };
}

/**
 * Puts single messages in the place of a language's own; groups of messages, such as the errors,
 * one by one too. What is not of the message's type counts as left out, so that it fails no
 * rendering.
 */
function merge<M extends object>(base: M, overrides: Partial<M> | undefined, path = ''): M {
  const messages = { ...base };
  for (const key in overrides) {
    const own = base[key];
    const other: unknown = overrides[key];
    if (other === undefined) continue;
    if (own !== undefined && (typeof own !== typeof other || other === null)) {
      warnOnce(`messages: ${path}${key} takes a ${typeof own}. It counts as left out.`);
    } else if (isGroup(own) && isGroup(other)) {
      messages[key] = merge(own, other, `${path}${key}.`);
    } else messages[key] = other as typeof own;
  }
  return messages;
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

const watchers = new Set<() => void>();
let observer: MutationObserver | undefined;

// One observer for all elements of the page, and only while there are any.
function observeDocument(): void {
  observer ??= new MutationObserver(() => {
    for (const follow of watchers) follow();
  });
  observer.observe(document, { attributes: true, attributeFilter: ['lang'], subtree: true });
}
