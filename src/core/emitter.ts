/** A handler's removal, for those who do not use a signal. */
export type Unsubscribe = () => void;

export interface SubscribeOptions {
  /** Removes the handler when it aborts. */
  readonly signal?: AbortSignal;
}

/** The listening side of an {@link Emitter}: what a module shows to others. */
export interface EventSource<Events> {
  on<K extends keyof Events>(
    type: K,
    handler: (event: Events[K]) => void,
    options?: SubscribeOptions,
  ): Unsubscribe;
}

/** A typed emitter: no strings without a type, no inheritance, handlers end with a signal. */
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
        // A listener's mistake belongs to whoever wrote the listener, not to this call.
        reportError(error);
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
