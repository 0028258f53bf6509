import { windowOf } from './tree.js';

/** Ends what the function that gave it began. */
type Stop = () => void;

interface Entry {
  readonly observer: MutationObserver;
  readonly listeners: Set<() => void>;
}

/**
 * Watches roots for one kind of change, with one observer for each root, however many listen,
 * and only while there are any. A mutation observer does not see into shadow roots.
 */
export class RootObservers {
  readonly #kind: MutationObserverInit;
  readonly #entries = new WeakMap<Node, Entry>();

  constructor(kind: MutationObserverInit) {
    this.#kind = kind;
  }

  /** Calls the listener, in a microtask, after changes in a root. */
  observe(root: Node, listener: () => void): Stop {
    const entry = this.#entries.get(root) ?? this.#start(root);
    entry.listeners.add(listener);
    return () => {
      entry.listeners.delete(listener);
      if (entry.listeners.size > 0 || this.#entries.get(root) !== entry) return;
      entry.observer.disconnect();
      this.#entries.delete(root);
    };
  }

  #start(root: Node): Entry {
    const listeners = new Set<() => void>();
    // That of the root's own window, which outlives other windows of the page.
    const Observer = windowOf(root)?.MutationObserver ?? MutationObserver;
    const observer = new Observer(() => {
      for (const listener of [...listeners]) listener();
    });
    observer.observe(root, this.#kind);
    const entry = { observer, listeners };
    this.#entries.set(root, entry);
    return entry;
  }
}
