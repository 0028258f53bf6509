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
    let entry = this.#entries.get(root);
    // That of the root's own window, which outlives other windows of the page.
    const Observer = windowOf(root)?.MutationObserver ?? MutationObserver;
    if (!(entry?.observer instanceof Observer)) entry = this.#start(root, Observer, entry);
    const { listeners } = entry;
    // Wrapped, so that one function can be subscribed again before its first subscription ends.
    const call = (): void => listener();
    listeners.add(call);
    return () => {
      listeners.delete(call);
      const current = this.#entries.get(root);
      if (listeners.size > 0 || current?.listeners !== listeners) return;
      current.observer.disconnect();
      this.#entries.delete(root);
    };
  }

  /** Takes over who listens, where the root has come from another window. */
  #start(root: Node, Observer: typeof MutationObserver, before: Entry | undefined): Entry {
    before?.observer.disconnect();
    const listeners = before?.listeners ?? new Set<() => void>();
    const observer = new Observer(() => {
      for (const listener of [...listeners]) listener();
    });
    observer.observe(root, this.#kind);
    const entry = { observer, listeners };
    this.#entries.set(root, entry);
    return entry;
  }
}
