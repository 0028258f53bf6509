import type { PushEvent, PushSource } from '../api/types.js';

/** An event stream whose events are made by a script. */
export interface MockPush extends PushSource {
  /** Emits an event to all listeners. */
  tell(event: PushEvent): void;
  /** The number of listeners: for leak tests. */
  readonly size: number;
}

/** Makes an event stream that is open from the start, for everybody. */
export function createMockPush(): MockPush {
  const handlers = new Set<(event: PushEvent) => void>();
  return {
    subscribe(handler, { signal }) {
      if (signal.aborted) return;
      // Wrapped, so that the same function subscribed twice is two subscriptions.
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
