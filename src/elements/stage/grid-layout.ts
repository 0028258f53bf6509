import type { Layout, LayoutBox, LayoutItem, LayoutView, Place } from '../../parts/layouts.js';
import type { Rect } from './grid.js';
import { pageOfTiles } from './pages.js';

/**
 * The layout `grid`: tiles that fill the space, with a centred last row, in pages when the tiles
 * would become too small. In a call of two, the other person fills the stage, and the self-view is
 * in a corner.
 */
export const gridLayout: Layout = (items, box, view) =>
  oneToOne(items, box, view) ?? pagesOf(items, box, view);

/** Pages of equal tiles. */
export function pagesOf(
  items: readonly LayoutItem[],
  box: LayoutBox,
  { page, maxTiles }: LayoutView,
  lastRow?: 'from-start',
): ReturnType<Layout> {
  const ordered = selfLast(items);
  const input = { ...box, tiles: items.length, page, maxTiles };
  const { first, tiles, ...rest } = pageOfTiles(input, { ...box, x: 0, y: 0 }, lastRow);
  return { places: pair(ordered.slice(first), tiles), ...rest };
}

/** Moves the local participant to the end: people look at the others. */
export function selfLast(items: readonly LayoutItem[]): readonly LayoutItem[] {
  const isSelf = ({ kind, isLocal }: LayoutItem): boolean => isLocal && kind === 'camera';
  return [...items.filter((item) => !isSelf(item)), ...items.filter(isSelf)];
}

/** Pairs items with places, one by one. */
export function pair(items: readonly LayoutItem[], rects: readonly Rect[]): Place[] {
  return rects.flatMap((rect, index) => {
    const item = items[index];
    return item ? [{ ...rect, item }] : [];
  });
}

function oneToOne(
  items: readonly LayoutItem[],
  { width, height, gap, isFree }: LayoutBox,
  { maxTiles = 2, selfCorner = 'bottom-end', isSelfSmall }: LayoutView,
): readonly Place[] | undefined {
  const other = items.find(({ isLocal }) => !isLocal);
  const self = items.find(({ isLocal }) => isLocal);
  if (!isFree || !other || items.length > 2 || items.some(({ kind }) => kind !== 'camera')) {
    return undefined;
  }
  const whole = { item: other, x: 0, y: 0, width, height };
  if (items.length === 1) return [whole];
  if (!self || maxTiles < 2) return undefined;
  const isUpright = height > width;
  const own = isUpright ? 96 : Math.min(208, Math.max(120, Math.floor(width / 5)));
  const size = isSelfSmall
    ? { width: 48, height: 48 }
    : { width: own, height: isUpright ? 128 : Math.floor((own * 9) / 16) };
  const edge = Math.min(16, gap * 2);
  const isTop = selfCorner.startsWith('top');
  const isStart = selfCorner.endsWith('start');
  return [
    whole,
    {
      item: self,
      ...size,
      x: isStart ? edge : Math.max(0, width - size.width - edge),
      y: isTop ? edge : Math.max(0, height - size.height - edge),
      isFloating: true,
    },
  ];
}
