import { maxOrder } from './signal.js';

/**
 * The raised hands, in an order that is the same for everybody. Each hand has a number: one more
 * than the highest number that its owner has seen. So the order needs no synchronised clocks. Two
 * hands with the same number are ordered by their identities.
 */
export class Hands {
  readonly #orders = new Map<string, number>();
  #identities: readonly string[] = [];

  /** The identities with raised hands, in their order. */
  get identities(): readonly string[] {
    return this.#identities;
  }

  /** The number of a participant's hand; undefined: it is down. */
  orderOf(identity: string): number | undefined {
    return this.#orders.get(identity);
  }

  /** The number for a hand that is raised now. */
  get next(): number {
    const last = this.#identities.at(-1);
    return Math.min((last === undefined ? 0 : (this.#orders.get(last) ?? 0)) + 1, maxOrder);
  }

  /** Raises a hand. Returns false if it was raised already: it keeps its place. */
  raise(identity: string, order: number): boolean {
    if (this.#orders.has(identity)) return false;
    this.#orders.set(identity, order);
    const isBehind = (other: string): boolean => {
      const number = this.#orders.get(other) ?? 0;
      return number > order || (number === order && other > identity);
    };
    const index = this.#identities.findIndex(isBehind);
    const at = index < 0 ? this.#identities.length : index;
    this.#identities = Object.freeze(this.#identities.toSpliced(at, 0, identity));
    return true;
  }

  /** Lowers a hand. Returns whether it was raised. */
  lower(identity: string): boolean {
    if (!this.#orders.delete(identity)) return false;
    this.#identities = Object.freeze(this.#identities.filter((other) => other !== identity));
    return true;
  }

  clear(): void {
    this.#orders.clear();
    this.#identities = Object.freeze([]);
  }
}
