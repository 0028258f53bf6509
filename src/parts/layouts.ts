import type { Pin } from '../state/view.js';
import { checkedLayout } from './layout-check.js';

/** An item that a layout gives a place on the stage. */
export interface LayoutItem {
  /** `slot`: an element of the page in the slot `screen`, such as a whiteboard. */
  readonly kind: 'camera' | 'screen' | 'slot';
  /** The identity of the participant; empty for a slot. */
  readonly identity: string;
  readonly source: 'camera' | 'screen_share' | 'slot';
  readonly isLocal: boolean;
  /** The reason why it is more important than others. */
  readonly weight: LayoutWeight;
  /** Width over height of the picture. While it is unknown, that of the stage's tiles. */
  readonly aspectRatio: number;
}

export interface LayoutWeight {
  readonly pinned: boolean;
  readonly speaking: boolean;
  /** The participant shares a screen. */
  readonly sharing: boolean;
}

/** The size of a stage in CSS pixels, and the shape of tiles in the style sheet. */
export interface LayoutBox {
  readonly width: number;
  readonly height: number;
  readonly gap: number;
  /** Width over height of a tile, from the style sheet. Default 16:9. */
  readonly aspectRatio: number;
  /** The style sheet sets no shape: tiles may take any from 3:4 to 16:9 to fill the space. */
  readonly isFree?: boolean;
  /** The start edge of the stage is its right one. Default `false`. */
  readonly isRtl?: boolean;
}

/** A physical side of the stage. */
export type StripPosition = 'top' | 'bottom' | 'left' | 'right';

/** `fixed-grid`: pages of two by two tiles. `scroll`: one row or column that scrolls. */
export type StripType = 'fixed-grid' | 'scroll';

/** A corner of the stage. */
export type LayoutCorner = 'top-start' | 'top-end' | 'bottom-start' | 'bottom-end';

/** The view state and the options of the stage that a layout reads. */
export interface LayoutView {
  /** The requested page, from 0. */
  readonly page: number;
  readonly pinned: Pin | undefined;
  /** The most tiles on a page; undefined: the layout decides. */
  readonly maxTiles: number | undefined;
  /** The side for the participants beside the main one; undefined: the side with more space. */
  readonly stripPosition?: StripPosition | undefined;
  /** Their arrangement on that side; undefined: the layout decides. */
  readonly stripType?: StripType | undefined;
  /** The identity of the last speaker who is still in the room. */
  readonly speaker?: string | undefined;
  /** The corner of the self-view, as the person chose it. Default `bottom-end`. */
  readonly selfCorner?: LayoutCorner;
  /** The person has minimised the self-view. */
  readonly isSelfSmall?: boolean;
}

/** CSS pixels from the start edge of the stage (the right one in right-to-left) and its top. */
export interface LayoutRect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The place of an item. The video of an item without a place is neither rendered nor downloaded.
 */
export interface Place extends LayoutRect {
  /** One of the items that the layout was given. */
  readonly item: LayoutItem;
  /** The item lies over others, as the self-view does in a call of two. */
  readonly isFloating?: boolean;
  /** The item does not scroll with the others. */
  readonly isFixed?: boolean;
}

/** Places on several pages. */
export interface LayoutPage {
  readonly places: readonly Place[];
  /** The shown page, from 0. Default 0. */
  readonly page?: number;
  /** The number of pages. Default 1. */
  readonly pages?: number;
  /** The place of the page buttons; needed with several pages. */
  readonly pager?: LayoutRect | undefined;
  /**
   * The size of the scrolled content, where places lie outside the stage. Default: nothing scrolls.
   */
  readonly scroll?: { readonly width: number; readonly height: number } | undefined;
}

/**
 * Places all items of the stage. It is called again when a value changes that it has read from the
 * items, the box or the view. It must be fast and have no side effects. The items come in this
 * order: a slot, the screens of others, the local screen, and the cameras in the order of the
 * roster.
 */
export type Layout = (
  items: readonly LayoutItem[],
  box: LayoutBox,
  view: LayoutView,
) => readonly Place[] | LayoutPage;

/** A registered layout whose result is checked: undefined for an invalid one. */
export type CheckedLayout = (...args: Parameters<Layout>) => LayoutPage | undefined;

/** The entry of a layout in the menu. */
export interface LayoutOptions {
  /** The label in menus, in the language around it. Default: the name. */
  readonly label?: (context: { readonly lang: string }) => string;
}

/** A layout that a page has registered. */
export interface RegisteredLayout extends LayoutOptions {
  readonly layout: CheckedLayout;
}

const layouts = new Map<string, RegisteredLayout>();

/**
 * Registers a layout under the name that `<ffc-room layout>` and layout requests use. Registering a
 * name again replaces the layout for all later renderings. When a layout throws or returns an
 * invalid result, the stage uses `grid`, and the console warns once. The layout menu and the
 * settings offer the layout by its label.
 *
 * ```js
 * registerLayout('column', (items, box) =>
 *   items.map((item, n) => ({ item, x: 0, y: n * 90, width: 160, height: 90 })),
 * );
 * ```
 *
 * @throws {TypeError} The name is empty, or the layout is no function.
 */
export function registerLayout(name: string, layout: Layout, options: LayoutOptions = {}): void {
  if (typeof name !== 'string' || !name.trim()) throw new TypeError('A layout needs a name.');
  if (typeof layout !== 'function') throw new TypeError(`The layout “${name}” is no function.`);
  layouts.set(name, { ...options, layout: checkedLayout(name, layout) });
}

/** The layout of a name; undefined unless the page has registered one. */
export function findLayout(name: string): CheckedLayout | undefined {
  return layouts.get(name)?.layout;
}

/** All registered layouts, in the order of registration. */
export function registeredLayouts(): ReadonlyMap<string, RegisteredLayout> {
  return layouts;
}
