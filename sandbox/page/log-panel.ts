import { make } from './dom.js';

const longest = 200;

/** A folded list of what happened, newest first. */
export class LogPanel {
  readonly element: HTMLElement;
  readonly #label = make('span');
  readonly #count = make('span', { class: 'count' }, '0');
  readonly #hint = make('p');
  readonly #list = make('ol', { tabindex: '0' });
  #seen = 0;

  constructor() {
    const summary = make('summary', {}, this.#label, this.#count);
    this.element = make('details', { class: 'log' }, summary, this.#hint, this.#list);
  }

  /** Describes the content of the list, or its future content while it is empty. */
  translate(label: string, hint: string): void {
    this.#label.textContent = label;
    this.#hint.textContent = hint;
    this.#list.ariaLabel = label;
  }

  add(at: Date, type: string, facts: string): void {
    this.#hint.hidden = true;
    this.#count.textContent = String(++this.#seen);
    const time = at.toLocaleTimeString(undefined, { hour12: false });
    this.#list.prepend(
      make('li', {}, make('time', {}, time), make('code', {}, type), make('span', {}, facts)),
    );
    if (this.#list.childElementCount > longest) this.#list.lastElementChild?.remove();
  }
}
