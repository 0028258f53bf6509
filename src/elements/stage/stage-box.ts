import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { shallowEqual } from '../../core/cell.js';
import { windowOf } from '../../parts/tree.js';
import type { Size, TileShape } from './grid.js';

/** The space that a stage has, and the shape that its tiles shall have. */
export interface StageBox extends Size, TileShape {
  readonly isRtl: boolean;
}

const unmeasured: StageBox = {
  width: 0,
  height: 0,
  gap: 0,
  aspectRatio: 16 / 9,
  isFree: true,
  isRtl: false,
};
/** The shape of the probe where the style sheet names none: no tile looks like that. */
const anyShape = 900;

/**
 * Measures the host. What the style sheet says of the tiles is measured too, on a `probe` that
 * has their aspect ratio and gap, so that any CSS value will do and a later change is seen.
 */
export class StageBoxController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #probe: () => HTMLElement | null;
  #observer: ResizeObserver | undefined;
  #probing = false;
  #box = unmeasured;

  constructor(host: ReactiveControllerHost & HTMLElement, probe: () => HTMLElement | null) {
    this.#host = host;
    this.#probe = probe;
    host.addController(this);
  }

  /** The same object until something in it changes; without a size before the first look. */
  get box(): StageBox {
    return this.#box;
  }

  hostConnected(): void {
    // That of the host's own window, which measures also while other windows are hidden.
    const Observer = windowOf(this.#host)?.ResizeObserver ?? ResizeObserver;
    this.#observer = new Observer((entries) => this.#onResize(entries));
    this.#observer.observe(this.#host);
    this.#observeProbe();
  }

  hostUpdated(): void {
    if (!this.#probing) this.#observeProbe();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#probing = false;
  }

  // Not there before the host's first rendering, but when it comes back to the page.
  #observeProbe(): void {
    const probe = this.#probe();
    if (!probe || !this.#observer) return;
    this.#observer.observe(probe);
    this.#probing = true;
  }

  #onResize(entries: readonly ResizeObserverEntry[]): void {
    let box = this.#box;
    for (const { target, contentRect } of entries) {
      if (target === this.#host) {
        const { width, height } = contentRect;
        box = { ...box, width: Math.floor(width), height: Math.floor(height) };
      } else if (contentRect.height > 0) {
        const gap = parseFloat(getComputedStyle(target).columnGap) || 0;
        const ratio = contentRect.width / contentRect.height;
        const isFree = ratio > anyShape;
        box = { ...box, gap, aspectRatio: isFree ? 16 / 9 : ratio, isFree };
      }
    }
    box = { ...box, isRtl: this.#host.matches(':dir(rtl)') };
    if (shallowEqual(box, this.#box)) return;
    this.#box = box;
    this.#host.requestUpdate();
  }
}
