import type { ReactiveController } from 'lit';
import type { StageHost } from './stage-extras.js';

const tag = 'ffc-participant-tile';

/**
 * Makes the tiles of a stage one stop of the Tab key. The arrow keys move to the next tile in that
 * direction, Home and End to the first and the last one. Enter or the menu key opens the menu.
 */
export class TileFocus implements ReactiveController {
  readonly #stage: StageHost;
  readonly #onMenu: (tile: HTMLElement) => void;
  #current: HTMLElement | undefined;

  /**
   * @param onMenu Runs the last tool of a tile: its menu, or the button that minimises the
   *   self-view.
   */
  constructor(stage: StageHost, onMenu: (tile: HTMLElement) => void) {
    this.#stage = stage;
    this.#onMenu = onMenu;
    stage.addController(this);
    const root = stage.renderRoot;
    root.addEventListener('keydown', (event) => this.#onKeydown(event as KeyboardEvent));
    root.addEventListener('focusin', ({ target }) => this.#onFocusin(target as Element));
    root.addEventListener('contextmenu', (event) => this.#onContextMenu(event as MouseEvent));
  }

  hostUpdated(): void {
    const tiles = this.#tiles;
    const current = tiles.find((tile) => tile === this.#current) ?? tiles[0];
    for (const tile of tiles) {
      const tabIndex = tile === current ? 0 : -1;
      if (tile.getAttribute('tabindex') !== String(tabIndex)) tile.tabIndex = tabIndex;
    }
  }

  get #tiles(): readonly HTMLElement[] {
    return [...this.#stage.renderRoot.querySelectorAll<HTMLElement>(tag)];
  }

  #onFocusin(target: Element): void {
    const tile = target.closest<HTMLElement>(tag);
    if (!tile) return;
    this.#current = tile;
    this.hostUpdated();
  }

  #onKeydown(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    const tile = target.closest<HTMLElement>(tag);
    if (!tile || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    const { key } = event;
    const isMenuKey = key === 'ContextMenu' || (key === 'F10' && event.shiftKey);
    if (isMenuKey || (target === tile && (key === 'Enter' || key === ' '))) {
      event.preventDefault();
      this.#onMenu(tile);
      return;
    }
    const next = this.#next(tile, key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  /**
   * Opens the menu by the menu key or a long press on a touch screen. A mouse keeps the browser's
   * menu.
   */
  #onContextMenu(event: MouseEvent): void {
    const tile = (event.target as Element).closest<HTMLElement>(tag);
    if (!tile || event.button === 2 || event.ctrlKey) return;
    event.preventDefault();
    this.#onMenu(tile);
  }

  #next(from: HTMLElement, key: string): HTMLElement | undefined {
    const tiles = this.#tiles;
    if (key === 'Home') return tiles[0];
    if (key === 'End') return tiles.at(-1);
    const direction = directions.get(key);
    if (!direction) return undefined;
    const start = middleOf(from);
    const found = tiles
      .map((tile) => ({ tile, middle: middleOf(tile) }))
      .filter(({ tile }) => tile !== from)
      .map(({ tile, middle }) => ({ tile, ...distance(start, middle, direction) }))
      .filter(({ along }) => along > 1)
      .sort((a, b) => a.along + 2 * a.across - (b.along + 2 * b.across));
    return found[0]?.tile;
  }
}

/**
 * The direction of an arrow key, in pixels of the window. It does not depend on the writing
 * direction.
 */
const directions: ReadonlyMap<string, Point> = new Map([
  ['ArrowLeft', { x: -1, y: 0 }],
  ['ArrowRight', { x: 1, y: 0 }],
  ['ArrowUp', { x: 0, y: -1 }],
  ['ArrowDown', { x: 0, y: 1 }],
]);

interface Point {
  readonly x: number;
  readonly y: number;
}

function middleOf(element: HTMLElement): Point {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

function distance(from: Point, to: Point, direction: Point): { along: number; across: number } {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  return direction.x === 0
    ? { along: dy * direction.y, across: Math.abs(dx) }
    : { along: dx * direction.x, across: Math.abs(dy) };
}
