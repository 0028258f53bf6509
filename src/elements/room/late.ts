import { type FfcError, loadFailed } from '../../core/errors.js';

/** Screens whose code loads when they are about to be shown. */
export class Late<T> {
  /** Undefined until it has loaded. */
  current: T | undefined;
  /** Why it could not be loaded; with that it is not tried again but by `retry()`. */
  error: FfcError | undefined;
  readonly #load: () => Promise<T>;
  readonly #onChange: () => void;
  #isLoading = false;

  /** @param onChange Called when it has loaded, or could not. */
  constructor(load: () => Promise<T>, onChange: () => void) {
    this.#load = load;
    this.#onChange = onChange;
  }

  /** Loads it, unless it is there, on its way, or could not be loaded. */
  get(): T | undefined {
    if (!this.error) this.retry();
    return this.current;
  }

  readonly retry = (): void => {
    if (this.current || this.#isLoading) return;
    this.#isLoading = true;
    this.error = undefined;
    void this.#try();
  };

  /** Never rejects. */
  async #try(): Promise<void> {
    try {
      this.current = await this.#load();
    } catch (cause) {
      this.error = loadFailed('The code of a screen could not be loaded.', cause);
    }
    this.#isLoading = false;
    this.#onChange();
  }
}
