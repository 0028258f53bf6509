import { windowOf } from './tree.js';

/** Ends the observation. */
type Stop = () => void;

interface Entry {
  readonly observer: MutationObserver;
  readonly listeners: Set<() => void>;
}

/**
 * Observes roots for one kind of change. All listeners of a root share one observer, which is
 * disconnected with the last of them. Each shadow root needs its own: a mutation observer does not
 * see into it.
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
    // The constructor of the root's own window: an observer of another window ends when that
    // closes.
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

  /** Keeps the listeners of a root that has moved here from another window. */
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
