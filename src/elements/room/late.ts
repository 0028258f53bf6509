import { type FfcError, loadFailed } from '../../core/errors.js';

/** Screens whose code loads when they are about to be shown. */
export class Late<T> {
  /** The screens; undefined until they have loaded. */
  current: T | undefined;
  /** The reason why the load failed. From then on only `retry()` tries again. */
  error: FfcError | undefined;
  readonly #load: () => Promise<T>;
  readonly #onChange: () => void;
  #isLoading = false;

  /** @param onChange Called when the load has succeeded or failed. */
  constructor(load: () => Promise<T>, onChange: () => void) {
    this.#load = load;
    this.#onChange = onChange;
  }

  /** Returns the screens. Starts the load, unless it is running or has failed. */
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

  /** Loads the screens. Never rejects. */
  async #try(): Promise<void> {
    try {
      this.current = await this.#load();
    } catch (cause) {
      this.error = loadFailed('A screen could not be loaded.', cause);
    }
    this.#isLoading = false;
    this.#onChange();
  }
}
