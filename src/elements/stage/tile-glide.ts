import type { LayoutRect, Place } from '../../parts/layouts.js';
import type { StageHost } from './stage-extras.js';
import { isSlot, keyOf } from './stage-views.js';

const timing: KeyframeAnimationOptions = {
  duration: 220,
  easing: 'cubic-bezier(0.2, 0, 0, 1)',
};

/** The result of one rendering of the stage. */
export interface GlideTarget {
  readonly places: readonly Place[];
  /** Whether tiles glide to their places. */
  readonly gliding: boolean;
  readonly isRtl: boolean;
}

/** A tile that is gliding. */
interface Glide {
  readonly animation: Animation;
  readonly from: LayoutRect;
}

/**
 * Animates tiles from their old places to the new ones, and fades new tiles in. The tiles get their
 * new places at once, and only transforms are animated. So the animation needs no layout, and no
 * video is resized on the way.
 */
export class TileGlide {
  readonly #stage: StageHost;
  readonly #glides = new WeakMap<Element, Glide>();
  #target: GlideTarget | undefined;

  constructor(stage: StageHost) {
    this.#stage = stage;
  }

  /** Starts the animations after a rendering. */
  follow(target: GlideTarget | undefined): void {
    const before = this.#target;
    if (target === before) return;
    this.#target = target;
    if (!before || !target?.gliding || isStill()) return;
    const old = new Map(before.places.map((place) => [keyOf(place), place]));
    const tiles = this.#stage.renderRoot.querySelectorAll('ffc-participant-tile');
    for (const [n, place] of target.places.filter((each) => !isSlot(each)).entries()) {
      const tile = tiles[n];
      if (tile) this.#move(tile, old.get(keyOf(place)), place, target.isRtl);
    }
  }

  #move(tile: Element, old: LayoutRect | undefined, now: LayoutRect, isRtl: boolean): void {
    if (!old) {
      tile.animate({ opacity: [0, 1], scale: ['0.96', '1'] }, timing);
      return;
    }
    if (isSame(old, now)) return;
    const from = this.#seen(tile, old);
    this.#glides.get(tile)?.animation.cancel();
    const x = (from.x - now.x) * (isRtl ? -1 : 1);
    const scale = `${from.width / now.width} ${from.height / now.height}`;
    const transformOrigin = isRtl ? '100% 0' : '0 0';
    const animation = tile.animate(
      [
        { translate: `${x}px ${from.y - now.y}px`, scale, transformOrigin },
        { translate: '0 0', scale: '1', transformOrigin },
      ],
      timing,
    );
    this.#glides.set(tile, { animation, from });
  }

  /** The visible position of a tile that is at, or still gliding to, a place. */
  #seen(tile: Element, to: LayoutRect): LayoutRect {
    const glide = this.#glides.get(tile);
    const progress = glide?.animation.effect?.getComputedTiming().progress;
    if (!glide || typeof progress !== 'number') return to;
    const between = (name: keyof LayoutRect): number =>
      glide.from[name] + (to[name] - glide.from[name]) * progress;
    return {
      x: between('x'),
      y: between('y'),
      width: between('width'),
      height: between('height'),
    };
  }
}

function isSame(one: LayoutRect, other: LayoutRect): boolean {
  return (['x', 'y', 'width', 'height'] as const).every((name) => one[name] === other[name]);
}

/**
 * Whether the person prefers reduced motion. It is read each time, because it can change while a
 * page is open.
 */
function isStill(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
