/** Removes a handler, for callers who use no signal. */
export type Unsubscribe = () => void;

export interface SubscribeOptions {
  /** Removes the handler when it aborts. */
  readonly signal?: AbortSignal;
}

/** The listening side of an {@link Emitter}: the one that a module exposes. */
export interface EventSource<Events> {
  on<K extends keyof Events>(
    type: K,
    handler: (event: Events[K]) => void,
    options?: SubscribeOptions,
  ): Unsubscribe;
}

/**
 * A typed event emitter. It needs no inheritance, and removes handlers when their signal aborts.
 */
export class Emitter<Events> implements EventSource<Events> {
  readonly #handlers = new Map<keyof Events, Set<(event: never) => void>>();

  on<K extends keyof Events>(
    type: K,
    handler: (event: Events[K]) => void,
    { signal }: SubscribeOptions = {},
  ): Unsubscribe {
    if (signal?.aborted) return () => {};
    let handlers = this.#handlers.get(type);
    if (!handlers) this.#handlers.set(type, (handlers = new Set()));
    // Wrapped, so that the same function subscribed twice is two subscriptions.
    const entry = (event: Events[K]): void => handler(event);
    handlers.add(entry);
    const off = (): void => {
      handlers.delete(entry);
      signal?.removeEventListener('abort', off);
    };
    signal?.addEventListener('abort', off, { once: true });
    return off;
  }

  /** Calls the handlers in the order they were added; one that throws does not stop the others. */
  emit<K extends keyof Events>(type: K, event: Events[K]): void {
    for (const handler of [...(this.#handlers.get(type) ?? [])]) {
      try {
        (handler as (event: Events[K]) => void)(event);
      } catch (error) {
        // An error in one listener must not stop the emitter or the other listeners. Node has no
        // `reportError`.
        ((globalThis as Partial<typeof globalThis>).reportError ?? console.error)(error);
      }
    }
  }

  /** The number of handlers, of all types: for leak tests. */
  get size(): number {
    let size = 0;
    for (const handlers of this.#handlers.values()) size += handlers.size;
    return size;
  }
}
