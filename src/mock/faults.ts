import { abortable, delay } from '../core/abort.js';
import { type FfcError, type FfcErrorStage, toFfcError } from '../core/errors.js';

/** Delays all calls, and holds or fails the calls of a method. */
export class Faults<Method extends string> {
  /** Milliseconds that every call takes at least. */
  latency: number;
  readonly #stage: FfcErrorStage;
  readonly #failures = new Map<Method, FfcError[]>();
  readonly #held = new Map<Method, Promise<void>>();

  constructor(stage: FfcErrorStage, latency = 0) {
    this.#stage = stage;
    this.latency = latency;
  }

  failNext(method: Method, error: FfcError): void {
    this.#failures.set(method, [...(this.#failures.get(method) ?? []), error]);
  }

  hold(method: Method): () => void {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    this.#held.set(method, held);
    return () => {
      if (this.#held.get(method) === held) this.#held.delete(method);
      release();
    };
  }

  /** Delays and holds the call, then fails it or runs `effect`. An abort rejects before either. */
  async pass<T>(method: Method, signal: AbortSignal | undefined, effect: () => T): Promise<T> {
    const failure = this.#failures.get(method)?.shift();
    try {
      signal?.throwIfAborted();
      if (this.latency > 0) await delay(this.latency, signal);
      await abortable(this.#held.get(method) ?? Promise.resolve(), signal);
      signal?.throwIfAborted();
    } catch (error) {
      throw toFfcError(error, this.#stage);
    }
    if (failure) throw failure;
    return effect();
  }
}
