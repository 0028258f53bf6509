import { RootObservers } from './root-observers.js';
import { isShadowRoot, type Root, rootOf } from './tree.js';

type Stop = () => void;

const changes = new RootObservers({
  attributes: true,
  attributeFilter: ['lang'],
  subtree: true,
});

/** The languages inside one root: what its own elements say, else what is said around its host. */
class RootLanguage {
  readonly #root: Root;
  readonly #listeners = new Set<() => void>();
  #stops: readonly Stop[] = [];
  #outer: RootLanguage | undefined;
  #inherited = '';

  constructor(root: Root) {
    this.#root = root;
  }

  of(element: Element): string {
    const nearest = element.closest('[lang]');
    return nearest ? (nearest.getAttribute('lang') ?? '') : this.#inherited;
  }

  /** Calls the listener when the language of an element in this root may have changed. */
  listen(listener: () => void): Stop {
    this.#start();
    // Wrapped, so that one function can be subscribed again before its first subscription ends.
    const entry = (): void => listener();
    this.#listeners.add(entry);
    return () => {
      this.#listeners.delete(entry);
      if (this.#listeners.size === 0) this.#stop();
    };
  }

  /** Each time, because the host of a root that is listened to may have been moved. */
  #start(): void {
    const before = this.#stops;
    const root = this.#root;
    this.#outer = outerOf(root);
    this.#stops = [
      changes.observe(root, this.#notify),
      ...(this.#outer ? [this.#outer.listen(this.#onOuterChange)] : []),
    ];
    for (const stop of before) stop();
    this.#inherited = this.#readInherited();
  }

  #stop(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }

  #readInherited(): string {
    return this.#outer && isShadowRoot(this.#root) ? this.#outer.of(this.#root.host) : '';
  }

  readonly #notify = (): void => {
    for (const listener of [...this.#listeners]) listener();
  };

  readonly #onOuterChange = (): void => {
    const inherited = this.#readInherited();
    if (inherited === this.#inherited) return;
    this.#inherited = inherited;
    this.#notify();
  };
}

const known = new WeakMap<Root, RootLanguage>();

function languageIn(root: Root): RootLanguage {
  const language = known.get(root) ?? new RootLanguage(root);
  known.set(root, language);
  return language;
}

function outerOf(root: Root): RootLanguage | undefined {
  const outer = isShadowRoot(root) ? rootOf(root.host) : undefined;
  return outer && languageIn(outer);
}

/**
 * Calls the listener with the language tag of the nearest `lang` around an element, now and after
 * each change; with empty text where there is none. All elements of a root share what is watched.
 */
export function observeLanguage(element: Element, listener: (tag: string) => void): Stop {
  const root = rootOf(element);
  if (!root) return () => {};
  const language = languageIn(root);
  let last: string | undefined;
  const update = (): void => {
    const tag = language.of(element);
    if (tag === last) return;
    last = tag;
    listener(tag);
  };
  const stop = language.listen(update);
  update();
  return stop;
}
