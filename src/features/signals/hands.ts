import { maxOrder } from './signal.js';

/**
 * Whose hands are up, in an order that is the same for everybody: by the number that each hand
 * brings along, one more than all that its owner saw, so that no clock has to be right. Two who
 * raised at once have the same number, and stand by their identities.
 */
export class Hands {
  readonly #orders = new Map<string, number>();
  #identities: readonly string[] = [];

  /** In their order. */
  get identities(): readonly string[] {
    return this.#identities;
  }

  /** The number of somebody's hand; undefined: it is down. */
  orderOf(identity: string): number | undefined {
    return this.#orders.get(identity);
  }

  /** The number that a hand gets which is raised now. */
  get next(): number {
    const last = this.#identities.at(-1);
    return Math.min((last === undefined ? 0 : (this.#orders.get(last) ?? 0)) + 1, maxOrder);
  }

  /** Answers whether that is new: who has a hand up keeps the place. */
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

  /** Answers whether it was up. */
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
