import type { BaseElement } from './base-element.js';
import { tipStyles } from './tip-styles.js';
import { windowOf } from './tree.js';

/** The milliseconds until a tooltip shows, and those after one for which the next shows at once. */
const delay = 400;
const warm = 300;
/** The gap in pixels of the window, between the button and its tooltip, and at the edges. */
const gap = 8;

/** The switches of a preview are no parts of a bar: they say what a click does. */
const named = '[data-control], [aria-description]';

const known = new WeakMap<BaseElement, ControlTips>();

/**
 * Handles a target in an element that the pointer or the keyboard has reached. `target` is passed
 * separately, because an event has its inner target only during the dispatch.
 */
export function reachForTip(host: BaseElement, target: EventTarget | null, event: Event): void {
  const tips = known.get(host) ?? new ControlTips(host);
  known.set(host, tips);
  tips.want(target, event);
}

/**
 * The tooltips of the buttons in an element: the name, the key, and the effect of a click. A
 * tooltip shows after a delay when the pointer is over a button, or the keyboard focuses it. It
 * hides when that ends, or with Escape. Touch shows none, as it has no hover.
 */
class ControlTips {
  readonly #host: BaseElement;
  #button: HTMLElement | undefined;
  #tip: HTMLElement | undefined;
  #shown: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wasShownAt = -Infinity;

  constructor(host: BaseElement) {
    this.#host = host;
    host.addStyles([tipStyles]);
    host.addController({ hostDisconnected: this.#hide });
    const root = host.renderRoot;
    root.addEventListener('pointerout', this.#onPointerOut);
    for (const type of ['focusout', 'pointerdown']) root.addEventListener(type, this.#hide);
    // A menu opens at the place of its button's tooltip, which hides then.
    root.addEventListener('beforetoggle', this.#onOpened, { capture: true });
  }

  /** Handles a target that the pointer or the keyboard has reached. */
  want(target: EventTarget | null, event: Event): void {
    const button = (target as Partial<Element> | null)?.closest?.<HTMLElement>(named);
    if (!button || button === this.#button) return;
    if ('pointerType' in event ? event.pointerType === 'touch' : !button.matches(':focus-visible'))
      return;
    this.#hide();
    this.#button = button;
    const isWarm = performance.now() - this.#wasShownAt < warm;
    this.#timer = setTimeout(this.#show, isWarm ? 0 : delay);
  }

  /** A shown tooltip stays while the pointer is over it: `#onPointerMove` hides it. */
  readonly #onPointerOut = ({ relatedTarget }: Event & { relatedTarget?: unknown }): void => {
    const isInside = this.#button?.contains(relatedTarget as Node | null) ?? false;
    if (!isInside && !this.#shown) this.#hide();
  };

  readonly #onOpened = (event: Event): void => {
    if (event.target !== this.#tip && (event as ToggleEvent).newState === 'open') this.#hide();
  };

  readonly #show = (): void => {
    const button = this.#button;
    // The pointer may have left while the code was loading.
    if (!button?.matches(':hover, :focus-visible')) return;
    // What it opens lies where the tooltip would, and may have opened before this code was there.
    const { popoverTargetElement: menu } = button as Partial<HTMLButtonElement>;
    if (menu?.matches(':popover-open')) return;
    const { ownerDocument: page, renderRoot } = this.#host;
    const tip = (this.#tip ??= makeTip(page));
    if (tip.parentNode !== renderRoot) renderRoot.append(tip);
    const draw = (): void => {
      fill(tip, button);
      place(tip, button);
    };
    tip.showPopover();
    draw();
    const { signal } = (this.#shown = new AbortController());
    const observer = new MutationObserver(draw);
    observer.observe(button, { attributes: true });
    signal.addEventListener('abort', () => observer.disconnect());
    const view = windowOf(tip);
    page.addEventListener('pointermove', this.#onPointerMove, { signal });
    page.addEventListener('keydown', this.#onKeyDown, { signal, capture: true });
    view?.addEventListener('scroll', this.#hide, { signal, capture: true, passive: true });
    view?.addEventListener('resize', this.#hide, { signal });
    view?.addEventListener('blur', this.#hide, { signal });
  };

  readonly #hide = (): void => {
    clearTimeout(this.#timer);
    this.#button = undefined;
    if (!this.#shown) return;
    this.#wasShownAt = performance.now();
    this.#shown.abort();
    this.#shown = undefined;
    this.#tip?.hidePopover();
    this.#tip?.remove();
  };

  readonly #onPointerMove = ({ clientX, clientY }: PointerEvent): void => {
    const button = this.#button;
    if (!button || !this.#tip || button.matches(':focus-visible')) return;
    const boxes = [button, this.#tip].map((each) => each.getBoundingClientRect());
    const isOver = boxes.some(
      ({ left, right, top, bottom }) =>
        clientX >= left && clientX <= right && clientY >= top - gap && clientY <= bottom + gap,
    );
    if (!isOver) this.#hide();
  };

  readonly #onKeyDown = ({ key }: KeyboardEvent): void => {
    if (key !== 'Escape') return;
    const button = this.#button;
    this.#hide();
    // Remembers the button, so that its tooltip does not return before the pointer or the focus has
    // moved.
    this.#button = button;
  };
}

/**
 * Creates the tooltip. It is hidden from screen readers, which get the same text from the button.
 */
function makeTip(page: Document): HTMLElement {
  const tip = page.createElement('div');
  tip.className = 'tip';
  tip.part.add('tooltip');
  tip.popover = 'manual';
  tip.setAttribute('aria-hidden', 'true');
  return tip;
}

function fill(tip: HTMLElement, button: HTMLElement): void {
  const page = tip.ownerDocument;
  const name = button.ariaLabel ?? button.querySelector('.label')?.textContent ?? '';
  const hint = button.getAttribute('aria-description');
  const key = button.getAttribute('aria-keyshortcuts');
  const line = page.createElement('div');
  line.append(name);
  if (key) line.append(Object.assign(page.createElement('kbd'), { textContent: key }));
  tip.replaceChildren(line);
  if (hint && hint !== name)
    tip.append(Object.assign(page.createElement('small'), { textContent: hint }));
}

/** Positions the tooltip above the button if there is space, else below it. */
function place(tip: HTMLElement, button: HTMLElement): void {
  const view = windowOf(tip);
  if (!view) return;
  const { width, height } = tip.getBoundingClientRect();
  // Measured lengths are pixels of the window, which differ from those of styles with a CSS `zoom`.
  const zoom = width / tip.offsetWidth || 1;
  const box = button.getBoundingClientRect();
  const above = box.top - gap - height;
  const y = above >= gap ? above : box.bottom + gap;
  const x = box.left + box.width / 2 - width / 2;
  const right = view.innerWidth - gap - width;
  tip.style.top = `${y / zoom}px`;
  tip.style.left = `${Math.max(gap, Math.min(x, right)) / zoom}px`;
}
