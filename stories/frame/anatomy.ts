import { html, LitElement, nothing, css, type TemplateResult } from 'lit';
import { elements, type Described } from './manifest.js';

/** A marked part or slot: its position, and its number in the legend. */
interface Mark {
  readonly number: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const markSize = 18;

/**
 * Renders the element of a story with its parts and slots marked, and a legend with the
 * descriptions of the manifest. A part that is invisible in this state has no number.
 */
export class StoryAnatomy extends LitElement {
  static override properties = { tag: {}, marks: { state: true } };
  static override styles = css`
    :host {
      display: block;
      color: CanvasText;
      background: Canvas;
      font: 14px/1.5 var(--ffc-font, system-ui, sans-serif);
    }
    .picture {
      position: relative;
      padding: 24px;
    }
    .mark {
      position: absolute;
      box-sizing: border-box;
      border: 1px dashed #b3005e;
      border-radius: 3px;
      pointer-events: none;
    }
    .mark b {
      position: absolute;
      inset-block-start: 0;
    }
    b {
      display: inline-block;
      box-sizing: border-box;
      inline-size: 18px;
      block-size: 18px;
      border-radius: 9px;
      background: #b3005e;
      color: #ffffff;
      font: 700 10px/18px var(--ffc-font, system-ui, sans-serif);
      text-align: center;
    }
    section {
      padding: 0 24px 24px;
    }
    h3 {
      margin: 0 0 4px;
      font-size: 15px;
    }
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 260px), 1fr));
      gap: 4px 24px;
      margin: 0 0 16px;
      padding: 0;
      list-style: none;
    }
    code {
      font-family: var(--story-mono, ui-monospace, monospace);
      font-weight: 600;
    }
  `;

  declare tag: string;
  declare marks: readonly Mark[];

  /** The number of each visible part and slot, by its selector. */
  #numbers = new Map<string, number>();
  #scheduled = 0;
  readonly #seen = new WeakSet<ShadowRoot>();
  readonly #mutations = new MutationObserver(() => this.#schedule());
  readonly #sizes = new ResizeObserver(() => this.#schedule());

  constructor() {
    super();
    this.tag = '';
    this.marks = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sizes.observe(this);
    this.#schedule();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#mutations.disconnect();
    this.#sizes.disconnect();
    cancelAnimationFrame(this.#scheduled);
    this.#scheduled = 0;
  }

  protected override render(): TemplateResult {
    const { cssParts = [], slots = [] } = elements.get(this.tag) ?? {};
    return html`<div class="picture">
        <slot></slot>
        ${this.marks.map(
          ({ number, x, y, width, height }) =>
            html`<div
              class="mark"
              aria-hidden="true"
              .style=${`left:${x}px;top:${y}px;width:${width}px;height:${height}px`}
            >
              <b .style=${`left:${this.#shift(number)}px`}>${number}</b>
            </div>`,
        )}
      </div>
      <section>
        ${this.#legend('Parts', cssParts, (name) => `::part(${name})`)}
        ${this.#legend('Slots', slots, (name) => (name ? `slot="${name}"` : 'the default slot'))}
      </section>`;
  }

  #legend(
    title: string,
    all: readonly Described[],
    text: (name: string) => string,
  ): TemplateResult | typeof nothing {
    if (all.length === 0) return nothing;
    const numberOf = ({ name }: Described): number => this.#numbers.get(text(name)) ?? Infinity;
    const sorted = [...all].sort((a, b) => (numberOf(a) < numberOf(b) ? -1 : 0));
    return html`<h3>${title}</h3>
      <ul>
        ${sorted.map(
          (each) =>
            html`<li>
              ${numberOf(each) < Infinity ? html`<b>${numberOf(each)}</b>` : nothing}
              <code>${text(each.name)}</code> ${each.description?.replaceAll('`', '')}
            </li>`,
        )}
      </ul>`;
  }

  /** Shifts the number of a mark, so that marks at the same point have numbers side by side. */
  #shift(number: number): number {
    const own = this.marks.find((mark) => mark.number === number);
    const before = this.marks.filter(
      (mark) =>
        own &&
        mark.number < number &&
        Math.abs(mark.x - own.x) < markSize &&
        Math.abs(mark.y - own.y) < markSize,
    );
    return before.length * markSize;
  }

  #schedule(): void {
    this.#scheduled ||= requestAnimationFrame(() => {
      this.#scheduled = 0;
      if (this.isConnected) this.#measure();
    });
  }

  #measure(): void {
    const { cssParts = [], slots = [] } = elements.get(this.tag) ?? {};
    const boxes = new Map<string, DOMRect>();
    for (const element of this.querySelectorAll(this.tag)) {
      if (element.shadowRoot) this.#collect(element.shadowRoot, boxes);
    }
    const wanted = [
      ...cssParts.map(({ name }) => `::part(${name})`),
      ...slots.map(({ name }) => (name ? `slot="${name}"` : 'the default slot')),
    ];
    const found = wanted.filter((selector) => boxes.has(selector));
    this.#numbers = new Map(found.map((selector, index) => [selector, index + 1]));
    const origin = this.renderRoot.querySelector('.picture')?.getBoundingClientRect();
    const marks = found.flatMap((selector, index) => {
      const box = boxes.get(selector);
      if (!box || !origin) return [];
      return {
        number: index + 1,
        x: Math.round(box.x - origin.x),
        y: Math.round(box.y - origin.y),
        width: Math.round(box.width),
        height: Math.round(box.height),
      };
    });
    if (JSON.stringify(marks) !== JSON.stringify(this.marks)) this.marks = marks;
  }

  /** Collects the first box of each part and slot, also of parts that inner elements export. */
  #collect(root: ShadowRoot, boxes: Map<string, DOMRect>): void {
    if (!this.#seen.has(root)) {
      this.#seen.add(root);
      this.#mutations.observe(root, { subtree: true, childList: true, attributes: true });
    }
    const add = (selector: string, box: DOMRect): void => {
      if (box.width > 0 && box.height > 0 && !boxes.has(selector)) boxes.set(selector, box);
    };
    for (const element of root.querySelectorAll('*')) {
      for (const name of element.part) add(`::part(${name})`, element.getBoundingClientRect());
      if (element instanceof HTMLSlotElement) {
        add(element.name ? `slot="${element.name}"` : 'the default slot', contentBox(element));
      }
      if (element.shadowRoot) this.#collect(element.shadowRoot, boxes);
    }
  }
}

/** The box of a slot's content, because a slot itself has none. */
function contentBox(slot: HTMLSlotElement): DOMRect {
  const range = document.createRange();
  const assigned = slot.assignedNodes();
  const [first, last] = assigned.length ? [assigned[0], assigned.at(-1)] : [slot, slot];
  if (!first || !last) return new DOMRect();
  range.setStartBefore(first);
  range.setEndAfter(last);
  return range.getBoundingClientRect();
}

if (!customElements.get('story-anatomy')) customElements.define('story-anatomy', StoryAnatomy);

/** Renders the element of a story with its parts and slots marked. */
export function anatomy(tag: string, story: TemplateResult): TemplateResult {
  return html`<story-anatomy tag=${tag}>${story}</story-anatomy>`;
}
