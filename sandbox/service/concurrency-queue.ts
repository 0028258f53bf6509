/**
 * Does the same work for many items with limited concurrency, the lowest ids first. The work must
 * not reject.
 */
export class ConcurrencyQueue<T extends { readonly id: number }> {
  readonly #limit: number;
  readonly #work: (item: T) => Promise<void>;
  readonly #waiting: T[] = [];
  #running = 0;

  /** @param limit How many items are processed at the same time. */
  constructor(limit: number, work: (item: T) => Promise<void>) {
    this.#limit = limit;
    this.#work = work;
  }

  add(item: T): void {
    const later = this.#waiting.findIndex(({ id }) => id > item.id);
    this.#waiting.splice(later < 0 ? this.#waiting.length : later, 0, item);
    this.#next();
  }

  #next(): void {
    if (this.#running >= this.#limit) return;
    const item = this.#waiting.shift();
    if (!item) return;
    this.#running++;
    void this.#work(item).then(() => {
      this.#running--;
      this.#next();
    });
  }
}
