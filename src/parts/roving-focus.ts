import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & HTMLElement;

/**
 * Makes the items of a toolbar or of a vertical list one stop of the Tab key. The arrow keys, Home
 * and End move between the items. Bind `onKeydown` and `onFocusin` to the container. At first the
 * stop is the first item of a toolbar, or the last item of a list; then it is the item that had the
 * focus last.
 */
export class RovingFocus implements ReactiveController {
  readonly #host: Host;
  readonly #items: () => readonly HTMLElement[];
  readonly #isList: boolean;
  #current: HTMLElement | undefined;

  constructor(host: Host, items: () => readonly HTMLElement[], isList = false) {
    this.#host = host;
    this.#items = items;
    this.#isList = isList;
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
    const current = items.find((item) => item === this.#current) ?? items.at(this.#isList ? -1 : 0);
    for (const item of items) {
      const tabIndex = item === current ? 0 : -1;
      if (item.tabIndex !== tabIndex) item.tabIndex = tabIndex;
    }
  }

  #target(key: string, index: number, count: number): number | undefined {
    const rtl = getComputedStyle(this.#host).direction === 'rtl';
    switch (key) {
      case 'ArrowUp':
        return this.#isList ? Math.max(index - 1, 0) : undefined;
      case 'ArrowDown':
        return this.#isList ? Math.min(index + 1, count - 1) : undefined;
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
