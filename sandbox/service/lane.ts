/**
 * Does the same work on many things, a few at a time, those with the lowest ids first. The work
 * must not reject.
 */
export class Lane<T extends { readonly id: number }> {
  readonly #width: number;
  readonly #work: (item: T) => Promise<void>;
  readonly #waiting: T[] = [];
  #running = 0;

  /** `width`: how many are worked on at the same time. */
  constructor(width: number, work: (item: T) => Promise<void>) {
    this.#width = width;
    this.#work = work;
  }

  add(item: T): void {
    const later = this.#waiting.findIndex(({ id }) => id > item.id);
    this.#waiting.splice(later < 0 ? this.#waiting.length : later, 0, item);
    this.#next();
  }

  #next(): void {
    if (this.#running >= this.#width) return;
    const item = this.#waiting.shift();
    if (!item) return;
    this.#running++;
    void this.#work(item).then(() => {
      this.#running--;
      this.#next();
    });
  }
}
