/** The running releases of sessions. */
export class Releases {
  readonly #pending = new Set<Promise<void>>();

  add(released: Promise<void>): void {
    const pending = released.catch(() => {}).finally(() => this.#pending.delete(pending));
    this.#pending.add(pending);
  }

  /** Resolves once all releases that have started so far are done. */
  async settled(): Promise<void> {
    await Promise.all(this.#pending);
  }
}
