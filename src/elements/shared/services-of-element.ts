/** Services, and a function that releases them. An app's own services need none. */
export interface MadeServices<S extends object> {
  readonly services: S;
  readonly release?: () => void;
}

/**
 * The services that an element creates from its attributes. They are created with their first use,
 * and released when the element is removed, so that no token outlives it.
 */
export class ServicesOfElement<S extends object> {
  readonly #make: () => MadeServices<S>;
  #made: MadeServices<S> | undefined;
  #isStale = false;

  /** @param make Creates the services. It may throw: then the next use tries again. */
  constructor(make: () => MadeServices<S>) {
    this.#make = make;
  }

  /**
   * The services that were created last; undefined before the first use and after {@link release}.
   */
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
      // Released only after the new ones were created, so that a token of both is kept.
      before?.release?.();
    }
  }

  /** Makes the next use create the services again, because the attributes have changed. */
  renew(): void {
    this.#isStale = true;
  }

  release(): void {
    this.#made?.release?.();
    this.#made = undefined;
  }
}
