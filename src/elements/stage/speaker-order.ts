import type { LayoutItem } from '../../parts/layouts.js';

/** Milliseconds that somebody has to speak before anything moves for them. */
const holds = 1000;

/**
 * Who spoke last, and in which order cameras stand. Somebody on another page who speaks takes the
 * place of whoever on this one was silent longest; nobody else moves. While everybody fits on one
 * page, nothing does.
 */
export class SpeakerOrder {
  readonly #onChange: () => void;
  #order: readonly string[] = [];
  #active: readonly string[] = [];
  /** The last change in which each spoke: the higher the number, the later. */
  readonly #spoke = new Map<string, number>();
  #changes = 0;
  #candidate: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #speaker: string | undefined;
  /** The identities on the page that is shown; undefined while nobody may move. */
  #shown: readonly string[] | undefined;

  /** `onChange`: somebody else speaks, or somebody has another place. */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** The last speaker who spoke for long enough to count. */
  get speaker(): string | undefined {
    return this.#speaker;
  }

  /** The others who speak now. */
  get active(): readonly string[] {
    return this.#active;
  }

  /** Another array whenever somebody has another place. */
  get order(): readonly string[] {
    return this.#order;
  }

  /** Somebody begins or stops to speak: all others who do, loudest first. */
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

  /** Says who is on the page that is shown; undefined: nobody may move. */
  setShown(shown: readonly string[] | undefined): void {
    this.#shown = shown;
  }

  /** The items with the cameras in the order of this page; new ones come last. */
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

  /** Ends what is timed. */
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
