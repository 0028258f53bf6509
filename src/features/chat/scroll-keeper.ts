/** Closer to the end than this, in CSS pixels, counts as being there. */
const near = 40;

/**
 * Keeps the place of a reader in a list that grows at both ends: whoever is at the newest message
 * stays there, whoever reads older ones is not moved.
 */
export class ScrollKeeper {
  readonly #sizes = new ResizeObserver(() => this.isAtEnd && this.toEnd());
  #log: Element | null = null;
  #first: unknown;
  #height = 0;
  /** Whether the newest message is in sight. */
  isAtEnd = true;

  /** Takes a list, which may come back after it was away. */
  observe(log: Element | null): void {
    if (log === this.#log) return;
    this.#sizes.disconnect();
    this.#log = log;
    this.isAtEnd = true;
    if (log) this.#sizes.observe(log);
  }

  /** The list was scrolled. Gives whether the oldest message is (nearly) in sight. */
  onScroll(): boolean {
    const log = this.#log;
    // What is not drawn stands at its beginning, which nobody asked for.
    if (!log?.clientHeight) return false;
    this.isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight <= near;
    return log.scrollTop < log.clientHeight / 2;
  }

  beforeUpdate(): void {
    this.#height = this.#log?.scrollHeight ?? 0;
  }

  /** @param first What stands at the beginning by now. */
  afterUpdate(first: unknown): void {
    if (this.isAtEnd) this.toEnd();
    else if (first !== this.#first) this.#scrollBy((this.#log?.scrollHeight ?? 0) - this.#height);
    this.#first = first;
  }

  toEnd(): void {
    this.isAtEnd = true;
    this.#scrollBy(this.#log?.scrollHeight ?? 0);
  }

  #scrollBy(pixels: number): void {
    if (this.#log) this.#log.scrollTop += pixels;
  }
}
