import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & HTMLElement;

/**
 * Makes the items of a toolbar one stop of the Tab key, with the arrow keys, Home and End to go
 * from one to the other. Wire `onKeydown` and `onFocusin` to the toolbar.
 */
export class RovingFocus implements ReactiveController {
  readonly #host: Host;
  readonly #items: () => readonly HTMLElement[];
  #current: HTMLElement | undefined;

  constructor(host: Host, items: () => readonly HTMLElement[]) {
    this.#host = host;
    this.#items = items;
    host.addController(this);
  }

  readonly onKeydown = (event: KeyboardEvent): void => {
    const items = this.#items();
    const index = items.indexOf(event.target as HTMLElement);
    if (index < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = this.#target(event.key, index, items.length);
    if (next === undefined) return;
    event.preventDefault();
    items[(next + items.length) % items.length]?.focus();
  };

  readonly onFocusin = (event: Event): void => {
    const item = event.target as HTMLElement;
    if (!this.#items().includes(item)) return;
    this.#current = item;
    this.#stop();
  };

  hostUpdated(): void {
    this.#stop();
  }

  #stop(): void {
    const items = this.#items();
    const current = items.find((item) => item === this.#current) ?? items[0];
    for (const item of items) {
      const tabIndex = item === current ? 0 : -1;
      if (item.tabIndex !== tabIndex) item.tabIndex = tabIndex;
    }
  }

  #target(key: string, index: number, count: number): number | undefined {
    const rtl = getComputedStyle(this.#host).direction === 'rtl';
    switch (key) {
      case 'ArrowRight':
        return rtl ? index - 1 : index + 1;
      case 'ArrowLeft':
        return rtl ? index + 1 : index - 1;
      case 'Home':
        return 0;
      case 'End':
        return count - 1;
      default:
        return undefined;
    }
  }
}
