import { windowOf } from '../../parts/tree.js';

/** A distance from the end, in CSS pixels, below which the list counts as scrolled to the end. */
const near = 40;

/**
 * Keeps the scroll position in a list that grows at both ends. A reader at the newest message stays
 * at the end. A reader of older messages keeps the position.
 */
export class ScrollKeeper {
  #sizes: ResizeObserver | undefined;
  #log: Element | null = null;
  #first: unknown;
  #height = 0;
  /** Whether the newest message is visible. */
  isAtEnd = true;

  /** Sets the list, which may be removed and inserted again. */
  observe(log: Element | null): void {
    if (log === this.#log) return;
    this.#sizes?.disconnect();
    this.#log = log;
    this.isAtEnd = true;
    if (!log) return;
    // An observer of another window would report sizes too late, and log an error.
    const Observer = windowOf(log)?.ResizeObserver ?? ResizeObserver;
    this.#sizes = new Observer(() => this.isAtEnd && this.toEnd());
    this.#sizes.observe(log);
  }

  /** Handles the scrolling of the list. Returns whether the oldest message is nearly visible. */
  onScroll(): boolean {
    const log = this.#log;
    // A hidden list reports the position 0, to which nobody has scrolled.
    if (!log?.clientHeight) return false;
    this.isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight <= near;
    return log.scrollTop < log.clientHeight / 2;
  }

  beforeUpdate(): void {
    this.#height = this.#log?.scrollHeight ?? 0;
  }

  /** @param first The first item after the update. */
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
