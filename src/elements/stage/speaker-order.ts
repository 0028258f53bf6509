import type { LayoutItem } from '../../parts/layouts.js';

/** The milliseconds that somebody has to speak before tiles move. */
const holds = 1000;

/**
 * The last speaker, and the order of the cameras. A speaker on another page swaps places with the
 * participant of this page who has been silent longest. No other tile moves. Nothing moves while
 * everybody fits on one page.
 */
export class SpeakerOrder {
  readonly #onChange: () => void;
  #order: readonly string[] = [];
  #active: readonly string[] = [];
  /** The number of the last change in which each participant spoke. Higher means later. */
  readonly #spoke = new Map<string, number>();
  #changes = 0;
  #candidate: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #speaker: string | undefined;
  /** The identities on the shown page; undefined while no tile may move. */
  #shown: readonly string[] | undefined;

  /** `onChange` is called when the speaker or the order changes. */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** The last speaker who spoke long enough to count. */
  get speaker(): string | undefined {
    return this.#speaker;
  }

  /** The identities of the other participants who speak now. */
  get active(): readonly string[] {
    return this.#active;
  }

  /** The order of the identities. Each change creates a new array. */
  get order(): readonly string[] {
    return this.#order;
  }

  /** Sets the other participants who speak now, loudest first. */
  setActive(active: readonly string[]): void {
    this.#changes++;
    for (const identity of [...this.#active, ...active]) this.#spoke.set(identity, this.#changes);
    this.#active = active;
    if (active[0] === this.#candidate) return;
    this.stop();
    const [first] = active;
    this.#candidate = first;
    if (first !== undefined) this.#timer = setTimeout(() => this.#take(first), holds);
  }

  /** Sets the identities on the shown page; undefined: no tile may move. */
  setShown(shown: readonly string[] | undefined): void {
    this.#shown = shown;
  }

  /** Sorts the cameras among the items by this order. New ones come last. */
  sort(items: readonly LayoutItem[]): readonly LayoutItem[] {
    const cameras = items.filter(({ kind }) => kind === 'camera');
    const present = cameras.map(({ identity }) => identity);
    const order = [
      ...this.#order.filter((identity) => present.includes(identity)),
      ...present.filter((identity) => !this.#order.includes(identity)),
    ];
    if (order.some((identity, index) => identity !== this.#order[index])) this.#order = order;
    else if (order.length !== this.#order.length) this.#order = order;
    const byPlace = (a: LayoutItem, b: LayoutItem): number =>
      order.indexOf(a.identity) - order.indexOf(b.identity);
    return [...items.filter(({ kind }) => kind !== 'camera'), ...cameras.sort(byPlace)];
  }

  /** Stops the timer. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#candidate = undefined;
  }

  #take(identity: string): void {
    this.#speaker = identity;
    const shown = this.#shown;
    if (shown && !shown.includes(identity) && this.#order.includes(identity)) {
      this.#swap(identity, shown);
    }
    this.#onChange();
  }

  #swap(identity: string, shown: readonly string[]): void {
    const spoke = (other: string): number => this.#spoke.get(other) ?? 0;
    const silent = [...shown].reverse().sort((a, b) => spoke(a) - spoke(b))[0];
    if (silent === undefined) return;
    this.#order = this.#order.map((other) =>
      other === identity ? silent : other === silent ? identity : other,
    );
  }
}
