import { html, nothing, type TemplateResult } from 'lit';
import type { StageMessages } from '../../i18n/stage-messages.js';
import { icon, svg } from '../../icons/icon.js';
import { windowScale } from './self-view.js';
import type { StageHost } from './stage-extras.js';

const inIcon = icon(svg`<circle cx="11" cy="11" r="7" /><path d="m20 20-4-4M8 11h6M11 8v6" />`);
const outIcon = icon(svg`<circle cx="11" cy="11" r="7" /><path d="m20 20-4-4M8 11h6" />`);

/** The zoom of a screen: `x` and `y` are pixels from the middle. */
interface Zoom {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

const whole: Zoom = { scale: 1, x: 0, y: 0 };
const most = 5;
const step = 1.25;
/** The pixels that an arrow key moves the picture. */
const stride = 60;

const selector = 'ffc-participant-tile[source=screen_share]:not([local])';

/** Lets a viewer zoom into a shared screen. */
export class ScreenZoom {
  readonly #stage: StageHost;
  readonly #zooms = new WeakMap<HTMLElement, Zoom>();

  constructor(stage: StageHost) {
    this.#stage = stage;
    const on = (type: string, act: (tile: HTMLElement, event: Event) => void): void =>
      stage.renderRoot.addEventListener(
        type,
        (event) => {
          const target = event.target as Element;
          const tile = target.closest<HTMLElement>(selector);
          if (tile && !target.closest('button')) act(tile, event);
        },
        { passive: false },
      );
    on('wheel', (tile, event) => this.#onWheel(tile, event as WheelEvent));
    on('keydown', (tile, event) => this.#onKeydown(tile, event as KeyboardEvent));
    on('pointerdown', (tile, event) => this.#onPointerdown(tile, event as PointerEvent));
    on('dblclick', (tile, event) =>
      this.#by(tile, this.#of(tile).scale > 1 ? 0 : 2, event as MouseEvent),
    );
  }

  /** Renders the slot `actions` of a screen's tile. */
  render(tile: HTMLElement | null, words: StageMessages): TemplateResult {
    const { scale } = tile ? this.#of(tile) : whole;
    const percent = `${Math.round(scale * 100)}%`;
    const button = (label: string, picture: TemplateResult, factor: number): TemplateResult =>
      html`<button
        type="button"
        class="button quiet icon-only tile-tool"
        part="button"
        slot="actions"
        tabindex="-1"
        title=${label}
        aria-label=${label}
        @click=${(event: Event) => this.#onClick(event, factor)}
      >
        ${picture}
      </button>`;
    return html`
      ${
        scale > 1
          ? html`${button(words.zoomReset(percent), html`${percent}`, 0)}
            ${button(words.zoomOut, outIcon, 1 / step)}`
          : nothing
      }
      ${button(words.zoomIn, inIcon, step)}
    `;
  }

  #of(tile: HTMLElement): Zoom {
    return this.#zooms.get(tile) ?? whole;
  }

  readonly #onClick = ({ currentTarget }: Event, factor: number): void => {
    const tile = (currentTarget as Element).closest<HTMLElement>(selector);
    if (tile) this.#by(tile, factor);
  };

  /** Zooms by a factor, around a point of the window. 0 resets the zoom. */
  #by(tile: HTMLElement, factor: number, at?: { clientX: number; clientY: number }): void {
    const { scale, x, y } = this.#of(tile);
    const next = Math.min(most, Math.max(1, scale * factor));
    const { left, top, width, height } = tile.getBoundingClientRect();
    const unit = windowScale(tile);
    const px = at ? (at.clientX - left - width / 2) / unit : 0;
    const py = at ? (at.clientY - top - height / 2) / unit : 0;
    const ratio = next / scale;
    this.#set(tile, { scale: next, x: px - (px - x) * ratio, y: py - (py - y) * ratio });
  }

  /** Moves the picture by pixels of the window. */
  #drag(tile: HTMLElement, dx: number, dy: number): void {
    const unit = windowScale(tile);
    this.#move(tile, dx / unit, dy / unit);
  }

  #move(tile: HTMLElement, dx: number, dy: number): void {
    const { scale, x, y } = this.#of(tile);
    this.#set(tile, { scale, x: x + dx, y: y + dy });
  }

  #set(tile: HTMLElement, { scale, x, y }: Zoom): void {
    const { clientWidth, clientHeight } = tile;
    const within = (length: number, size: number): number => {
      const limit = ((scale - 1) * size) / 2;
      return Math.min(limit, Math.max(-limit, length));
    };
    const zoom = { scale, x: within(x, clientWidth), y: within(y, clientHeight) };
    this.#zooms.set(tile, zoom);
    const video = tile.shadowRoot?.querySelector('video');
    if (video) {
      video.style.scale = scale === 1 ? '' : String(scale);
      video.style.translate = scale === 1 ? '' : `${zoom.x}px ${zoom.y}px`;
    }
    tile.classList.toggle('zoomed', scale > 1);
    this.#stage.requestUpdate();
  }

  /**
   * With Ctrl, which browsers also report for a pinch on a touchpad, the wheel zooms. Without Ctrl
   * it moves a zoomed picture.
   */
  #onWheel(tile: HTMLElement, event: WheelEvent): void {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      this.#by(tile, Math.exp(-event.deltaY / 200), event);
    } else if (this.#of(tile).scale > 1) {
      event.preventDefault();
      this.#drag(tile, -event.deltaX, -event.deltaY);
    }
  }

  #onKeydown(tile: HTMLElement, event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { key } = event;
    const factor = { '+': step, '=': step, '-': 1 / step, '0': 0 }[key];
    const [dx, dy] = {
      ArrowLeft: [stride, 0],
      ArrowRight: [-stride, 0],
      ArrowUp: [0, stride],
      ArrowDown: [0, -stride],
    }[key] ?? [0, 0];
    const isMove = (dx !== 0 || dy !== 0) && this.#of(tile).scale > 1;
    if (factor === undefined && !isMove) return;
    event.preventDefault();
    if (factor === undefined) this.#move(tile, dx ?? 0, dy ?? 0);
    else this.#by(tile, factor);
  }

  /** One finger, or a mouse, moves a zoomed picture. Two fingers zoom. */
  #onPointerdown(tile: HTMLElement, { pointerId, clientX, clientY, button }: PointerEvent): void {
    if (button !== 0) return;
    const fingers = this.#fingers.get(tile) ?? new Map<number, Finger>();
    this.#fingers.set(tile, fingers);
    fingers.set(pointerId, { clientX, clientY });
    if (fingers.size > 1) return;
    const drag = new AbortController();
    const { signal } = drag;
    const onMove = (event: PointerEvent): void => {
      const before = fingers.get(event.pointerId);
      if (!before) return;
      const [other] = [...fingers].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
      fingers.set(event.pointerId, event);
      if (other) this.#by(tile, distance(other, event) / distance(other, before), other);
      else if (this.#of(tile).scale > 1) {
        this.#drag(tile, event.clientX - before.clientX, event.clientY - before.clientY);
      }
    };
    const onEnd = ({ pointerId: ended }: PointerEvent): void => {
      fingers.delete(ended);
      if (fingers.size === 0) drag.abort();
    };
    const view = tile.ownerDocument.defaultView ?? window;
    view.addEventListener('pointermove', onMove, { signal });
    view.addEventListener('pointerup', onEnd, { signal });
    view.addEventListener('pointercancel', onEnd, { signal });
  }

  readonly #fingers = new WeakMap<HTMLElement, Map<number, Finger>>();
}

interface Finger {
  readonly clientX: number;
  readonly clientY: number;
}

function distance(one: Finger, other: Finger): number {
  return Math.max(1, Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY));
}
