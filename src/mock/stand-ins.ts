/**
 * Adds stand-ins for the browser APIs that jsdom and happy-dom lack, so that elements work in unit
 * tests. Elements render, join and leave there, but have no real sizes, and play no media. A
 * browser has all of these APIs, so nothing changes in it. A server has no document, so nothing
 * changes there either.
 */
export function fillIn(): void {
  if (typeof document === 'undefined') return;
  add(globalThis, {
    ResizeObserver: SizesOfTheWindow,
    IntersectionObserver: AllInSight,
    matchMedia,
  });
  add(globalThis, { CSS: {} });
  add(CSS, { escape: escapeIdent, supports: () => false });
  if (typeof HTMLDialogElement !== 'undefined') add(HTMLDialogElement.prototype, dialogs);
  add(HTMLElement.prototype, { ...popovers, attachInternals: () => ({ states: new Set() }) });
  if (typeof ElementInternals !== 'undefined') addStates(ElementInternals.prototype);
  add(Element.prototype, boxes);
  // jsdom has these methods, but they only log an error.
  if (typeof MediaStream === 'undefined') Object.assign(HTMLMediaElement.prototype, players);
}

/** Adds the members that the target lacks. Vitest defines some globals as undefined. */
function add(target: object, members: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(members)) {
    if (Reflect.get(target, name) !== undefined) continue;
    Object.defineProperty(target, name, { value, configurable: true, writable: true });
  }
}

function addStates(target: ElementInternals): void {
  if ('states' in target) return;
  const all = new WeakMap<object, Set<string>>();
  Object.defineProperty(target, 'states', {
    configurable: true,
    get(this: object) {
      const states = all.get(this) ?? new Set();
      all.set(this, states);
      return states;
    },
  });
}

/** A `ResizeObserver` that reports each element once, with the size of the window. */
class SizesOfTheWindow {
  readonly #tell: (entries: readonly object[]) => void;
  readonly #observed = new Set<Element>();

  constructor(tell: (entries: readonly object[]) => void) {
    this.#tell = tell;
  }

  observe(target: Element): void {
    if (this.#observed.has(target)) return;
    this.#observed.add(target);
    queueMicrotask(() => {
      if (!this.#observed.has(target)) return;
      const { innerWidth: width, innerHeight: height } = window;
      this.#tell([{ target, contentRect: { x: 0, y: 0, top: 0, left: 0, width, height } }]);
    });
  }

  unobserve(target: Element): void {
    this.#observed.delete(target);
  }

  disconnect(): void {
    this.#observed.clear();
  }
}

/** An `IntersectionObserver` that reports each element once, as visible. */
class AllInSight extends SizesOfTheWindow {
  constructor(tell: (entries: readonly object[]) => void) {
    super((entries) => tell(entries.map((entry) => ({ ...entry, isIntersecting: true }))));
  }
}

function matchMedia(media: string): object {
  return Object.assign(new EventTarget(), { media, matches: false });
}

function escapeIdent(text: string): string {
  return text.replace(/^\d|[^\w\u0080-\uffff-]/g, (sign) =>
    /\d/.test(sign) ? `\\3${sign} ` : `\\${sign}`,
  );
}

const dialogs = {
  show(this: HTMLDialogElement): void {
    this.open = true;
  },
  showModal(this: HTMLDialogElement): void {
    this.open = true;
  },
  close(this: HTMLDialogElement, returnValue = ''): void {
    if (!this.open) return;
    this.open = false;
    this.returnValue = returnValue;
    this.dispatchEvent(new Event('close'));
  },
};

const popovers = { showPopover(): void {}, hidePopover(): void {}, togglePopover: () => false };

const boxes = {
  checkVisibility(this: Element): boolean {
    return this.isConnected;
  },
  scrollIntoView(): void {},
  scrollBy(): void {},
  scrollTo(): void {},
  getAnimations: (): readonly never[] => [],
  /** An animation that ends at once, because nothing is painted. */
  animate: () => ({ cancel(): void {}, finished: Promise.resolve(), effect: null }),
};

const players = { play: () => Promise.resolve(), pause(): void {}, load(): void {} };
