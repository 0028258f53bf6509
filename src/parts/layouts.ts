import type { Pin } from '../state/view.js';
import { checkedLayout } from './layout-check.js';

/** An item that a layout gives a place on the stage. */
export interface LayoutItem {
  /** `slot`: what the page has put into the slot `screen`, such as a whiteboard. */
  readonly kind: 'camera' | 'screen' | 'slot';
  /** Of the participant; empty for a slot. */
  readonly identity: string;
  readonly source: 'camera' | 'screen_share' | 'slot';
  readonly isLocal: boolean;
  /** The reason why it is more important than others. */
  readonly weight: LayoutWeight;
  /** Width over height of the picture; of the tiles of this stage while the picture is unknown. */
  readonly aspectRatio: number;
}

export interface LayoutWeight {
  readonly pinned: boolean;
  readonly speaking: boolean;
  /** The participant shows a screen. */
  readonly sharing: boolean;
}

/** The space of a stage in CSS pixels, and what the style sheet says of tiles. */
export interface LayoutBox {
  readonly width: number;
  readonly height: number;
  readonly gap: number;
  /** Width over height of a tile: what the style sheet says, or 16:9. */
  readonly aspectRatio: number;
  /** The style sheet says no shape: tiles may take any from 3:4 to 16:9 to fill the space. */
  readonly isFree?: boolean;
  /** The start edge of the stage is its right one. Default `false`. */
  readonly isRtl?: boolean;
}

/** A physical side of the stage. */
export type StripPosition = 'top' | 'bottom' | 'left' | 'right';

/** Two by two in pages, or one row or column that scrolls. */
export type StripType = 'fixed-grid' | 'scroll';

/** A corner of the stage. */
export type LayoutCorner = 'top-start' | 'top-end' | 'bottom-start' | 'bottom-end';

/** The view state and the options of the stage that a layout reads. */
export interface LayoutView {
  /** The wanted page, from 0. */
  readonly page: number;
  readonly pinned: Pin | undefined;
  /** The most tiles on a page; undefined: as the layout likes. */
  readonly maxTiles: number | undefined;
  /** The place of the participants beside the main one; undefined: the side with room. */
  readonly stripPosition?: StripPosition | undefined;
  /** Their arrangement there; undefined: the layout chooses. */
  readonly stripType?: StripType | undefined;
  /** The identity of who spoke last, of those in the room. */
  readonly speaker?: string | undefined;
  /** The corner of the own picture over the stage, as the person chose it. Default `bottom-end`. */
  readonly selfCorner?: LayoutCorner;
  /** The person has made that picture small. */
  readonly isSelfSmall?: boolean;
}

/** CSS pixels from the start edge of the stage (the right one in right-to-left) and its top. */
export interface LayoutRect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The place of an item. Items without a place are not drawn, and not downloaded. */
export interface Place extends LayoutRect {
  /** One of the items that the layout was given. */
  readonly item: LayoutItem;
  /** It lies over others, as the own picture does in a call of two. */
  readonly isFloating?: boolean;
  /** It stays where it is while the others are scrolled. */
  readonly isFixed?: boolean;
}

/** Places on several pages. */
export interface LayoutPage {
  readonly places: readonly Place[];
  /** The page that is shown, from 0. Default 0. */
  readonly page?: number;
  /** The number of pages. Default 1. */
  readonly pages?: number;
  /** The place of the page buttons; needed with several pages. */
  readonly pager?: LayoutRect | undefined;
  /** The size of what is scrolled, where places lie beyond the stage. Default: nothing scrolls. */
  readonly scroll?: { readonly width: number; readonly height: number } | undefined;
}

/**
 * Says where everything on the stage goes. Called again when something of what it read of the
 * items, the box or the view is different. It must be quick and change nothing. A slot comes first,
 * then the screens of others, one's own screen, and the cameras in the order of the roster.
 */
export type Layout = (
  items: readonly LayoutItem[],
  box: LayoutBox,
  view: LayoutView,
) => readonly Place[] | LayoutPage;

/** The checked result of a registered layout: undefined for one that makes no sense. */
export type CheckedLayout = (...args: Parameters<Layout>) => LayoutPage | undefined;

/** The entry of a layout in the menu. */
export interface LayoutOptions {
  /** Its name in menus, in the language of the surroundings. Default: the name. */
  readonly label?: (context: { readonly lang: string }) => string;
}

/** A layout that a page has registered. */
export interface RegisteredLayout extends LayoutOptions {
  readonly layout: CheckedLayout;
}

const layouts = new Map<string, RegisteredLayout>();

/**
 * Makes a layout known under the name that `<ffc-room layout>` and layout requests use. The same
 * name again replaces the layout on stages that are laid out from then on. A layout that throws,
 * or whose answer makes no sense, gives way to `grid`, and the console says so once. The layout
 * menu offers it by its label.
 *
 * ```js
 * registerLayout('column', (items, box) =>
 *   items.map((item, n) => ({ item, x: 0, y: n * 90, width: 160, height: 90 })),
 * );
 * ```
 *
 * @throws {TypeError} For a name that is empty, or a layout that is no function.
 */
export function registerLayout(name: string, layout: Layout, options: LayoutOptions = {}): void {
  if (typeof name !== 'string' || !name.trim()) throw new TypeError('A layout needs a name.');
  if (typeof layout !== 'function') throw new TypeError(`The layout “${name}” is no function.`);
  layouts.set(name, { ...options, layout: checkedLayout(name, layout) });
}

/** The layout of this name, if a page has registered one. */
export function findLayout(name: string): CheckedLayout | undefined {
  return layouts.get(name)?.layout;
}

/** All layouts that pages have registered, in that order. */
export function registeredLayouts(): ReadonlyMap<string, RegisteredLayout> {
  return layouts;
}
