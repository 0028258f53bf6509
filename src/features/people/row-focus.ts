import type { ReactiveControllerHost } from 'lit';
import { rowHeight } from './virtual-rows.js';

type Host = ReactiveControllerHost & HTMLElement & { readonly renderRoot: ParentNode };

/**
 * Makes a list of rows one stop of the Tab key, even if most of them are not rendered. The focus
 * stays with its person when the order changes, and moves to the next one when the person leaves.
 */
export class RowFocus {
  readonly #host: Host;
  #items: readonly string[] = [];
  /** The identity whose row is the stop; undefined: the first row. */
  #item: string | undefined;
  #isInside = false;
  #isDue = false;
  /** Whether a row had the focus before the rendering, which may move or remove that row. */
  #hadFocus = false;

  constructor(host: Host) {
    this.#host = host;
  }

  /** The index of the row with the focus, which must be rendered. -1: none. */
  get index(): number {
    return this.#isInside || this.#isDue ? this.current : -1;
  }

  /** The index of the row that is the stop. */
  get current(): number {
    return Math.max(0, this.#item === undefined ? 0 : this.#items.indexOf(this.#item));
  }

  /** Sets the rows. It is called before they are rendered. */
  setItems(items: readonly string[]): void {
    this.#hadFocus = this.#hasFocus;
    const { current } = this;
    if (this.#hadFocus && this.#item !== undefined && !items.includes(this.#item)) {
      this.#item = items[Math.min(current, items.length - 1)];
    }
    this.#items = items;
  }

  /** Called when the rows have been rendered. */
  afterRender(): void {
    const row = this.#row(this.current);
    if (row && (this.#isDue || (this.#hadFocus && !this.#hasFocus))) {
      this.#isDue = false;
      this.#isInside = true;
      row.focus();
    } else if (this.#isInside) {
      this.#isInside = this.#hasFocus;
    }
  }

  readonly onFocusin = (event: Event): void => {
    const row = (event.target as Element).closest<HTMLElement>('[data-index]');
    const item = this.#items[Number(row?.dataset['index'])];
    if (this.#isInside && item === this.#item) return;
    this.#isInside = row !== null;
    this.#item = item;
    this.#host.requestUpdate();
  };

  readonly onKeydown = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const isRow = target.matches('[data-index]');
    if (isRow && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      target.querySelector('button')?.click();
      return;
    }
    const next = this.#target(event.key);
    if (next === undefined) return;
    event.preventDefault();
    const index = Math.min(Math.max(next, 0), this.#items.length - 1);
    this.#item = this.#items[index];
    this.#isDue = true;
    this.#row(index)?.scrollIntoView({ block: 'nearest' });
    this.#host.requestUpdate();
  };

  #target(key: string): number | undefined {
    const page = Math.max(1, Math.floor((this.#scroller?.clientHeight ?? 0) / rowHeight) - 1);
    switch (key) {
      case 'ArrowUp':
        return this.current - 1;
      case 'ArrowDown':
        return this.current + 1;
      case 'PageUp':
        return this.current - page;
      case 'PageDown':
        return this.current + page;
      case 'Home':
        return 0;
      case 'End':
        return this.#items.length - 1;
      default:
        return undefined;
    }
  }

  get #hasFocus(): boolean {
    return this.#host.shadowRoot?.activeElement?.closest('[data-index]') != null;
  }

  #row(index: number): HTMLElement | null {
    return this.#host.renderRoot.querySelector(`[data-index="${index}"]`);
  }

  get #scroller(): Element | null {
    return this.#host.renderRoot.querySelector('.scroll');
  }
}
