import type { PushEvent, PushSource } from '../api/types.js';
import { Emitter } from '../core/emitter.js';

/** An event stream whose events a script emits. */
export interface MockPush extends PushSource {
  /** Emits an event to all listeners. */
  tell(event: PushEvent): void;
  /** The number of listeners: for leak tests. */
  readonly size: number;
}

/** Creates an event stream that is open from the start. All users of it get its events. */
export function createMockPush(): MockPush {
  const events = new Emitter<{ event: PushEvent }>();
  return {
    subscribe: (handler, options) => void events.on('event', handler, options),
    tell: (event) => events.emit('event', event),
    get size() {
      return events.size;
    },
  };
}
