import { Emitter, type SubscribeOptions, type Unsubscribe } from './emitter.js';

/** A value that can be read and watched. */
export interface Readable<T> {
  /** The current value. It is frozen, and stays the same object until something in it changes. */
  getSnapshot(): T;
  /** Calls `listener` after each change, but not for the current value. */
  subscribe(listener: (snapshot: T) => void, options?: SubscribeOptions): Unsubscribe;
}

/** The writing side of a {@link Readable}: one node of the state. */
export interface Cell<T> extends Readable<T> {
  /** Replaces the value. An equal value notifies no listener. */
  set(next: T): void;
  /** The number of listeners: for leak tests. */
  readonly size: number;
}

/** Makes a cell whose snapshots are frozen and compared shallowly. */
export function createCell<T>(initial: T): Cell<T> {
  let value = freeze(initial);
  const events = new Emitter<{ change: undefined }>();
  return {
    getSnapshot: () => value,
    set(next) {
      if (shallowEqual(value, next)) return;
      value = freeze(next);
      events.emit('change', undefined);
    },
    // A listener may set another value: then those after it get only the newest one.
    subscribe: (listener, options) => events.on('change', () => listener(value), options),
    get size() {
      return events.size;
    },
  };
}

/**
 * A part of a value, which notifies its listeners only when that part changes. Each reading
 * computes the part again, so `part` should be cheap.
 */
export function select<T, U>(readable: Readable<T>, part: (snapshot: T) => U): Readable<U> {
  return {
    getSnapshot: () => part(readable.getSnapshot()),
    subscribe(listener, options) {
      let last = part(readable.getSnapshot());
      return readable.subscribe((snapshot) => {
        const next = part(snapshot);
        if (shallowEqual(last, next)) return;
        last = next;
        listener(next);
      }, options);
    },
  };
}

/** Equal by identity, or two arrays or plain objects whose members are equal by identity. */
export function shallowEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!isPlain(a) || !isPlain(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && Object.is(a[key], b[key]));
}

function isPlain(value: unknown): value is Record<string, unknown> {
  const prototype: unknown = value && Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === Array.prototype;
}

function freeze<T>(value: T): T {
  return isPlain(value) ? Object.freeze(value) : value;
}
