/** The sessions that are being released, until that is done. */
export class Releases {
  readonly #pending = new Set<Promise<void>>();

  add(released: Promise<void>): void {
    const pending = released.catch(() => {}).finally(() => this.#pending.delete(pending));
    this.#pending.add(pending);
  }

  /** Resolves once all is released that was to be by now. */
  async settled(): Promise<void> {
    await Promise.all(this.#pending);
  }
}
