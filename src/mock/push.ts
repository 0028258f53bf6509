import type { PushEvent, PushSource } from '../api/types.js';

/** An event stream whose events a script emits. */
export interface MockPush extends PushSource {
  /** Emits an event to all listeners. */
  tell(event: PushEvent): void;
  /** The number of listeners: for leak tests. */
  readonly size: number;
}

/** Creates an event stream that is open from the start. All users of it get its events. */
export function createMockPush(): MockPush {
  const handlers = new Set<(event: PushEvent) => void>();
  return {
    subscribe(handler, { signal }) {
      if (signal.aborted) return;
      // A wrapper, so that a function that subscribes twice has two subscriptions.
      const entry = (event: PushEvent): void => handler(event);
      handlers.add(entry);
      signal.addEventListener('abort', () => handlers.delete(entry), { once: true });
    },
    tell(event) {
      for (const handler of [...handlers]) handler(event);
    },
    get size() {
      return handlers.size;
    },
  };
}
