/** Services, and how to say that they are not used any more; an app's own need no such thing. */
export interface MadeServices<S extends object> {
  readonly services: S;
  readonly release?: () => void;
}

/**
 * The services that an element makes from its attributes: made when they are first needed, and
 * released when the element goes, so that no token outlives it.
 */
export class ServicesOfElement<S extends object> {
  readonly #make: () => MadeServices<S>;
  #made: MadeServices<S> | undefined;
  #isStale = false;

  /** @param make May throw: then the next use tries again. */
  constructor(make: () => MadeServices<S>) {
    this.#make = make;
  }

  /** Those that were made last; undefined before the first use and after {@link release}. */
  get current(): S | undefined {
    return this.#made?.services;
  }

  get(): S {
    if (this.#made && !this.#isStale) return this.#made.services;
    const before = this.#made;
    this.#made = undefined;
    try {
      this.#made = this.#make();
      this.#isStale = false;
      return this.#made.services;
    } finally {
      // After the others were made: a token that both use is kept.
      before?.release?.();
    }
  }

  /** Has the next use make others, because the attributes have changed. */
  renew(): void {
    this.#isStale = true;
  }

  release(): void {
    this.#made?.release?.();
    this.#made = undefined;
  }
}
