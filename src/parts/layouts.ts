import type { Pin } from '../state/view.js';

/** What a layout gives a place on the stage. */
export interface LayoutItem {
  /** `slot`: what the page has put into the slot `screen`, such as a whiteboard. */
  readonly kind: 'camera' | 'screen' | 'slot';
  /** Of the participant; empty for a slot. */
  readonly identity: string;
  readonly source: 'camera' | 'screen_share' | 'slot';
  readonly isLocal: boolean;
  /** What makes it more important than others. */
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
  /** Width over height of a tile. */
  readonly aspectRatio: number;
}

/** What the view state and the options of the stage say to a layout. */
export interface LayoutView {
  /** The wanted page, from 0. */
  readonly page: number;
  readonly pinned: Pin | undefined;
  /** The most tiles on a page; undefined: as the layout likes. */
  readonly maxTiles: number | undefined;
}

/** CSS pixels from the start edge of the stage (the right one in right-to-left) and its top. */
export interface LayoutRect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where an item goes. The items of a layout that get no place are not drawn, and not downloaded. */
export interface Place extends LayoutRect {
  /** One of the items that the layout was given. */
  readonly item: LayoutItem;
}

/** Places on several pages. */
export interface LayoutPage {
  readonly places: readonly Place[];
  /** The page that is shown, from 0. Default 0. */
  readonly page?: number;
  /** How many pages there are. Default 1. */
  readonly pages?: number;
  /** Where the page buttons go; needed when there are several pages. */
  readonly pager?: LayoutRect | undefined;
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

const layouts = new Map<string, Layout>();

/**
 * Makes a layout known under the name that `<ffc-room layout>` and layout requests use. The same
 * name again replaces the layout on stages that are laid out from then on. A layout that throws,
 * or whose answer makes no sense, gives way to `grid`, and the console says so once.
 *
 * ```js
 * registerLayout('column', (items, box) =>
 *   items.map((item, n) => ({ item, x: 0, y: n * 90, width: 160, height: 90 })),
 * );
 * ```
 *
 * @throws {TypeError} For a name that is empty, or a layout that is no function.
 */
export function registerLayout(name: string, layout: Layout): void {
  if (typeof name !== 'string' || !name.trim()) throw new TypeError('A layout needs a name.');
  if (typeof layout !== 'function') throw new TypeError(`The layout “${name}” is no function.`);
  layouts.set(name, layout);
}

/** The layout of this name, if there is one. */
export function findLayout(name: string): Layout | undefined {
  return layouts.get(name);
}
