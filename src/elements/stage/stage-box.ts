import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { shallowEqual } from '../../core/cell.js';
import { windowOf } from '../../parts/tree.js';
import type { Size, TileShape } from './grid.js';

/** The size of a stage, and the shape of its tiles. */
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
/**
 * The least aspect ratio that means "no shape set": the style sheet's default for the probe is
 * larger.
 */
const anyShape = 900;

/**
 * Measures the host. It also measures the aspect ratio and the gap of tiles, on a `probe` element
 * that has them. So the style sheet may use any CSS value, and later changes are noticed.
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

  /**
   * The measured box. It stays the same object until something in it changes, and has no size
   * before the first measurement.
   */
  get box(): StageBox {
    return this.#box;
  }

  hostConnected(): void {
    // The observer of the host's own window also measures while other windows are hidden.
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

  // Observes the probe. It exists only after the host's first rendering, and again when the host is
  // reconnected.
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
