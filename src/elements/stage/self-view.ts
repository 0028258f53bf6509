import { html, type TemplateResult } from 'lit';
import type { StageMessages } from '../../i18n/stage-messages.js';
import { icon, svg } from '../../icons/icon.js';
import type { LayoutCorner } from '../../parts/layouts.js';
import type { StageHost } from './stage-extras.js';

const minimizeIcon = icon(svg`<path d="M6 12h12" />`);
const restoreIcon = icon(svg`<path d="M14 4h6v6M10 20H4v-6M20 4l-6.5 6.5M4 20l6.5-6.5" />`);
const moveIcon = icon(svg`<path d="M4 4h7v7H4zM15 7h5v5M20 12v5a3 3 0 0 1-3 3h-5" />`);

/** The corners, clockwise in left-to-right. */
const corners: readonly LayoutCorner[] = ['top-start', 'top-end', 'bottom-end', 'bottom-start'];

/** The pixels that a finger moves unintentionally during a tap. */
const slack = 4;

/**
 * The self-view, which lies over the stage in a call of two. A drag, the arrow keys or its button
 * move it to a corner. It can be minimised.
 */
export class SelfView {
  readonly #stage: StageHost;
  #corner: LayoutCorner = 'bottom-end';
  #isSmall = false;

  constructor(stage: StageHost) {
    this.#stage = stage;
    const root = stage.renderRoot;
    root.addEventListener('keydown', (event) => this.#onKeydown(event as KeyboardEvent));
    root.addEventListener('pointerdown', (event) => this.#onPointerdown(event as PointerEvent));
  }

  /** The state that the layout reads. */
  get facts(): { readonly selfCorner: LayoutCorner; readonly isSelfSmall: boolean } {
    return { selfCorner: this.#corner, isSelfSmall: this.#isSmall };
  }

  /** Renders the slot `actions` of the local tile. */
  render(words: StageMessages): TemplateResult {
    if (this.#isSmall) return this.#button(words.selfRestore, restoreIcon, this.#toggle);
    return html`
      ${this.#button(words.selfMove, moveIcon, this.#moveOn)}
      ${this.#button(words.selfMinimize, minimizeIcon, this.#toggle)}
    `;
  }

  #button(label: string, picture: TemplateResult, onClick: () => void): TemplateResult {
    return html`<button
      type="button"
      class="button quiet icon-only tile-tool"
      part="button"
      slot="actions"
      tabindex="-1"
      title=${label}
      aria-label=${label}
      @click=${onClick}
    >
      ${picture}
    </button>`;
  }

  readonly #toggle = (): void => {
    this.#isSmall = !this.#isSmall;
    this.#stage.requestUpdate();
  };

  readonly #moveOn = (): void => {
    const next = corners[(corners.indexOf(this.#corner) + 1) % corners.length];
    if (next) this.#setCorner(next);
  };

  #setCorner(corner: LayoutCorner): void {
    this.#corner = corner;
    this.#stage.requestUpdate();
  }

  get #isRtl(): boolean {
    return this.#stage.matches(':dir(rtl)');
  }

  #onKeydown(event: KeyboardEvent): void {
    const tile = (event.target as Element).closest('.floating');
    if (!tile || event.altKey || event.ctrlKey || event.metaKey) return;
    const [block = 'bottom', inline = 'end'] = this.#corner.split('-');
    const left = this.#isRtl ? 'end' : 'start';
    const right = this.#isRtl ? 'start' : 'end';
    const next = {
      ArrowUp: `top-${inline}`,
      ArrowDown: `bottom-${inline}`,
      ArrowLeft: `${block}-${left}`,
      ArrowRight: `${block}-${right}`,
    }[event.key];
    if (!next) return;
    event.preventDefault();
    this.#setCorner(next as LayoutCorner);
  }

  #onPointerdown(event: PointerEvent): void {
    const target = event.target as Element;
    const tile = target.closest<HTMLElement>('.floating');
    if (!tile || event.button !== 0 || target.closest('button')) return;
    const { pointerId, clientX, clientY } = event;
    const drag = new AbortController();
    const { signal } = drag;
    const scale = windowScale(this.#stage);
    let isDragged = false;
    const onMove = (moved: PointerEvent): void => {
      if (moved.pointerId !== pointerId) return;
      const [x, y] = [moved.clientX - clientX, moved.clientY - clientY];
      isDragged ||= Math.hypot(x, y) > slack;
      if (!isDragged) return;
      if (!tile.hasPointerCapture(pointerId)) tile.setPointerCapture(pointerId);
      tile.style.translate = `${x / scale}px ${y / scale}px`;
    };
    const onEnd = (): void => {
      drag.abort();
      if (isDragged) void this.#drop(tile);
    };
    tile.addEventListener('pointermove', onMove, { signal });
    tile.addEventListener('pointerup', onEnd, { signal });
    tile.addEventListener('pointercancel', onEnd, { signal });
  }

  /** Drops the tile: it glides to its corner from the point of the drop. */
  async #drop(tile: HTMLElement): Promise<void> {
    const from = tile.getBoundingClientRect();
    const stage = this.#stage.getBoundingClientRect();
    const isLeft = from.left + from.width / 2 < stage.left + stage.width / 2;
    const isTop = from.top + from.height / 2 < stage.top + stage.height / 2;
    const inline = isLeft !== this.#isRtl ? 'start' : 'end';
    this.#setCorner(`${isTop ? 'top' : 'bottom'}-${inline}`);
    tile.style.removeProperty('translate');
    await this.#stage.updateComplete;
    for (const animation of tile.getAnimations()) animation.finish();
    const to = tile.getBoundingClientRect();
    const scale = windowScale(this.#stage);
    const translate = `${(from.left - to.left) / scale}px ${(from.top - to.top) / scale}px`;
    const { matches: isStill } = matchMedia('(prefers-reduced-motion: reduce)');
    if (!isStill)
      tile.animate([{ translate }, { translate: '0 0' }], { duration: 200, easing: 'ease-out' });
  }
}

/**
 * The pixels of the window in one pixel of an element's styles. With a CSS `zoom` of the page they
 * differ, and pointers and measured boxes have those of the window.
 */
export function windowScale(element: HTMLElement): number {
  return element.getBoundingClientRect().width / element.offsetWidth || 1;
}
