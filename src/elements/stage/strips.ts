import type {
  LayoutBox,
  LayoutItem,
  LayoutPage,
  LayoutView,
  StripType,
} from '../../parts/layouts.js';
import { minTileWidth, type Rect, spanOf, wholePixels } from './grid.js';
import { pair } from './grid-layout.js';
import { pagerSize } from './pages.js';

/** A strip, and the remaining area for the main part. */
interface Strip extends LayoutPage {
  readonly area: Rect;
}

/** Places items in a strip at a side of the box. */
export function stripOf(items: readonly LayoutItem[], box: LayoutBox, view: LayoutView): Strip {
  const {
    stripPosition: position = box.width > box.height ? 'right' : 'bottom',
    stripType: type = 'scroll',
  } = view;
  const isColumn = position === 'left' || position === 'right';
  const isFirst = isColumn ? (position === 'left') !== (box.isRtl ?? false) : position === 'top';
  const rows = type === 'scroll' ? 1 : 2;
  const isPaged = items.length > perPage(type, view);
  const thickness = thicknessOf(box, isColumn, rows);
  const whole = isColumn ? box.width : box.height;
  const rest = Math.max(0, whole - thickness - box.gap);
  const stripAt = isFirst ? 0 : whole - thickness;
  const mainAt = isFirst ? thickness + box.gap : 0;
  const cut = (at: number, length: number): Rect =>
    isColumn
      ? { x: at, y: 0, width: length, height: box.height }
      : { x: 0, y: at, width: box.width, height: length };
  const strip = cut(stripAt, thickness);
  const content =
    type === 'scroll' && !isPaged
      ? scrolled(items, strip, box, isColumn)
      : paged(items, strip, box, view, isColumn, type);
  return { ...content, area: cut(mainAt, rest) };
}

/** A strip in pages of two by two. A row or a column that `max-tiles` limits has pages too. */
function paged(
  items: readonly LayoutItem[],
  strip: Rect,
  { gap, aspectRatio }: LayoutBox,
  view: LayoutView,
  isColumn: boolean,
  type: StripType,
): LayoutPage {
  const size = perPage(type, view);
  const pages = Math.max(1, Math.ceil(items.length / size));
  const page = Math.min(view.page, pages - 1);
  const onPage = items.slice(page * size, (page + 1) * size);
  // The page buttons are below a column, or after a row.
  const forPager = pages > 1 ? gap : 0;
  const room = {
    width: strip.width - (isColumn || !forPager ? 0 : pagerSize.width + forPager),
    height: strip.height - (isColumn && forPager ? pagerSize.height + forPager : 0),
  };
  const isGrid = type !== 'scroll';
  const columns = isGrid ? Math.min(2, size) : isColumn ? 1 : size;
  const rows = isGrid ? Math.ceil(size / 2) : isColumn ? size : 1;
  const width = wholePixels(
    Math.min(
      (room.width - gap * (columns - 1)) / columns,
      ((room.height - gap * (rows - 1)) / rows) * aspectRatio,
    ),
  );
  const height = wholePixels(width / aspectRatio);
  const used = spanOf(columns, width, gap);
  const startX = strip.x + Math.max(0, Math.floor((room.width - used) / 2));
  const rects = onPage.map((_, n) => ({
    x: startX + (n % columns) * (width + gap),
    y: strip.y + Math.floor(n / columns) * (height + gap),
    width,
    height,
  }));
  const pager: Rect = isColumn
    ? {
        x: strip.x + Math.max(0, Math.floor((strip.width - pagerSize.width) / 2)),
        y: strip.y + spanOf(rows, height, gap) + gap,
        ...pagerSize,
      }
    : {
        x: startX + used + gap,
        y: strip.y + Math.max(0, Math.floor((strip.height - pagerSize.height) / 2)),
        ...pagerSize,
      };
  return { places: pair(onPage, rects), page, pages, pager: pages > 1 ? pager : undefined };
}

/** A strip of one row or column, which scrolls when it is longer than the box. */
function scrolled(
  items: readonly LayoutItem[],
  strip: Rect,
  { width, height, gap, aspectRatio }: LayoutBox,
  isColumn: boolean,
): LayoutPage {
  const tile = isColumn
    ? { width: strip.width, height: wholePixels(strip.width / aspectRatio) }
    : { width: wholePixels(strip.height * aspectRatio), height: strip.height };
  const each = isColumn ? tile.height : tile.width;
  const space = isColumn ? height : width;
  const extent = spanOf(items.length, each, gap);
  // A column begins at the top of the main part. A short row is centred.
  const start = isColumn ? 0 : Math.max(0, Math.floor((space - extent) / 2));
  const rects = items.map((_, n) => {
    const at = start + n * (each + gap);
    return isColumn ? { ...tile, x: strip.x, y: at } : { ...tile, x: at, y: strip.y };
  });
  const places = pair(items, rects);
  if (extent <= space) return { places };
  return { places, scroll: isColumn ? { width, height: extent } : { width: extent, height } };
}

function perPage(type: StripType, { maxTiles = Infinity }: LayoutView): number {
  return type === 'fixed-grid' ? Math.min(4, maxTiles) : maxTiles;
}

function thicknessOf(
  { width, height, gap, aspectRatio }: LayoutBox,
  isColumn: boolean,
  rows: number,
): number {
  const each = isColumn
    ? clamp(width * 0.16, minTileWidth, 240)
    : clamp(height * 0.16, minTileWidth / aspectRatio, 140);
  // Two rows of smaller tiles rather than twice the space.
  return Math.floor(
    rows === 1 ? each : spanOf(2, Math.max(each * 0.8, isColumn ? minTileWidth : 64), gap),
  );
}

function clamp(length: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, length));
}
