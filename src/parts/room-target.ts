import type { ReactiveControllerHost } from 'lit';

/** The properties by which a part outside of its room names the room. */
export interface RoomTargetProperties {
  /** The room's id (attribute `for`). */
  htmlFor?: string | undefined;
  /** The room itself; takes precedence over `htmlFor`. */
  forElement?: Element | null | undefined;
}

type Host = ReactiveControllerHost & HTMLElement & RoomTargetProperties;

/**
 * Reads `for` and `forElement` of a host. It adds them to a host that does not declare them, so
 * that they work on every part.
 */
export class RoomTargetReader {
  readonly #host: Host;
  #observer: MutationObserver | undefined;

  constructor(host: Host) {
    this.#host = host;
    if (!('forElement' in host) || Object.hasOwn(host, 'forElement')) addForElement(host);
  }

  get element(): Element | undefined {
    // Not by `instanceof`: the element may belong to another document.
    const target: Partial<Element> | null | undefined = this.#host.forElement;
    return target?.nodeType === Node.ELEMENT_NODE ? (target as Element) : undefined;
  }

  get id(): string {
    // Frameworks bind numbers and null as well.
    const property: unknown = this.#host.htmlFor;
    const id = property ?? (this.#isDeclared ? '' : this.#host.getAttribute('for'));
    return typeof id === 'string' ? id : typeof id === 'number' ? `${id}` : '';
  }

  connect(): void {
    if (this.#isDeclared) return;
    this.#observer = new MutationObserver(() => this.#host.requestUpdate());
    this.#observer.observe(this.#host, { attributeFilter: ['for'] });
  }

  disconnect(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  get #isDeclared(): boolean {
    return 'htmlFor' in this.#host;
  }
}

/** Adds `forElement`, and keeps a value that was set before the element's class was defined. */
function addForElement(host: Host): void {
  let element = host.forElement;
  Object.defineProperty(host, 'forElement', {
    configurable: true,
    enumerable: true,
    get: () => element,
    set(next: Element | null | undefined) {
      if (next === element) return;
      element = next;
      host.requestUpdate();
    },
  });
}
