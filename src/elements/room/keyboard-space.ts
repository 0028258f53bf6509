import type { ReactiveController } from 'lit';
import type { BaseElement } from '../../parts/base-element.js';

/** The least height of a panel in CSS pixels, whatever the keyboard covers. */
const least = 120;

/**
 * Ends the panel of a call above the on-screen keyboard, so that its text field stays visible.
 * Browsers lay the keyboard over the page without resizing it.
 */
export class KeyboardSpace implements ReactiveController {
  readonly #host: BaseElement;
  #lifetime: AbortController | undefined;

  constructor(host: BaseElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    const { signal } = (this.#lifetime = new AbortController());
    const seen = this.#host.ownerDocument.defaultView?.visualViewport;
    if (!seen) return;
    const fit = (): void => this.#fit(seen);
    for (const type of ['resize', 'scroll']) seen.addEventListener(type, fit, { signal });
    for (const type of ['focusin', 'focusout']) {
      this.#host.renderRoot.addEventListener(type, fit, { signal });
    }
  }

  hostDisconnected(): void {
    this.#lifetime?.abort();
  }

  #fit({ offsetTop, height, scale }: VisualViewport): void {
    const panel = this.#host.renderRoot.querySelector<HTMLElement>('.panel');
    if (!panel) return;
    const { top, bottom, width } = panel.getBoundingClientRect();
    // Measured lengths are pixels of the window, which differ from those of styles with a CSS
    // `zoom`.
    const zoom = width / panel.offsetWidth || 1;
    const space = (parseFloat(panel.style.marginBlockEnd) || 0) * zoom;
    const end = bottom + space;
    // A pinch zoom also makes the visual viewport smaller, without a keyboard.
    const isTyping = scale < 1.01 && panel.matches(':focus-within');
    const covered = isTyping ? Math.ceil(end - offsetTop - height) : 0;
    const next = Math.max(0, Math.min(covered, end - top - least));
    if (next !== space) panel.style.marginBlockEnd = next ? `${next / zoom}px` : '';
  }
}
