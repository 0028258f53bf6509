import type { Layout, LayoutBox, LayoutItem, LayoutPage, LayoutView } from '../../parts/layouts.js';
import { bestGrid, minTileWidth, narrowest, place, spanOf, widest, type Rect } from './grid.js';
import { gridLayout, pagesOf, pair, selfLast } from './grid-layout.js';
import { layOut } from './layout.js';
import { stripOf } from './strips.js';

/** The layout `fixed-grid`: like `grid`, but each row begins where the first one does. */
const fixedGrid: Layout = (items, box, view) => pagesOf(items, box, view, 'from-start');

/** The layout `scroll`: one row that scrolls, or one column in an upright box. */
const scroll: Layout = (items, { width, height, gap, aspectRatio, isFree }) => {
  const [least, most] = isFree ? [narrowest, widest] : [aspectRatio, aspectRatio];
  const isRow = width >= height;
  const across = isRow ? height : width;
  const along = isRow ? width : height;
  const share = (along - gap * (items.length - 1)) / Math.max(1, items.length);
  const [shortest, longest] = isRow
    ? [across * least, across * most]
    : [across / most, across / least];
  const each = Math.floor(Math.min(along, longest, Math.max(shortest, share, minTileWidth)));
  const extent = spanOf(items.length, each, gap);
  const start = Math.max(0, Math.floor((along - extent) / 2));
  const places = selfLast(items).map((item, n) => {
    const at = start + n * (each + gap);
    return isRow
      ? { item, x: at, y: 0, width: each, height }
      : { item, x: 0, y: at, width, height: each };
  });
  if (extent <= along) return { places };
  return { places, scroll: isRow ? { width: extent, height } : { width, height: extent } };
};

/**
 * The layout `focused`. The main part of the stage shows the pinned picture, else the screens of
 * others and the slot, else the last speaker. The others are in a strip.
 */
const focused: Layout = (items, box, view) => {
  const main = mainItems(items, view);
  const others = selfLast(items.filter((item) => !main.includes(item)));
  const hasStrip = view.stripPosition ?? view.stripType;
  if (!hasStrip || others.length === 0) return besideOrBelow(main, others, box, view);
  const { area, ...rest } = stripOf(others, box, view);
  const screens = place(main.length, bestGrid(main.length, area, box), area, box.gap);
  const isScrolled = rest.scroll !== undefined;
  return {
    ...rest,
    places: [
      ...pair(main, screens).map((each) => (isScrolled ? { ...each, isFixed: true } : each)),
      ...rest.places,
    ],
  };
};

/** Chooses the side of the strip that leaves the most space to the main part, if no side is set. */
function besideOrBelow(
  main: readonly LayoutItem[],
  others: readonly LayoutItem[],
  box: LayoutBox,
  { page, maxTiles }: LayoutView,
): LayoutPage {
  if (others.length === 0) {
    const whole: Rect = { ...box, x: 0, y: 0 };
    return {
      places: pair(main, place(main.length, bestGrid(main.length, box, box), whole, box.gap)),
    };
  }
  const shape = { ...box, isFree: false, isFreeBelow: box.isFree ?? false };
  const layout = layOut({ ...shape, tiles: others.length, screens: main.length, page, maxTiles });
  return {
    places: [...pair(main, layout.screens), ...pair(others.slice(layout.first), layout.tiles)],
    page: layout.page,
    pages: layout.pages,
    pager: layout.pager,
  };
}

function mainItems(items: readonly LayoutItem[], { speaker }: LayoutView): readonly LayoutItem[] {
  const pinned = items.filter(({ weight }) => weight.pinned);
  if (pinned.length > 0) return pinned;
  const shown = items.filter(({ kind, isLocal }) => kind !== 'camera' && !isLocal);
  if (shown.length > 0) return shown;
  const cameras = items.filter(({ kind }) => kind === 'camera');
  const main =
    cameras.find(({ identity, isLocal }) => !isLocal && identity === speaker) ??
    cameras.find(({ isLocal }) => !isLocal) ??
    items[0];
  return main ? [main] : [];
}

/** Wraps a layout: with a pinned picture it is laid out like `focused`. */
const withPin =
  (layout: Layout): Layout =>
  (items, box, view) =>
    (items.some(({ weight }) => weight.pinned) ? focused : layout)(items, box, view);

/** The built-in layouts, by their names. */
export const moreLayouts: ReadonlyMap<string, Layout> = new Map([
  ['grid', withPin(gridLayout)],
  ['fixed-grid', withPin(fixedGrid)],
  ['scroll', withPin(scroll)],
  ['focused', focused],
]);
