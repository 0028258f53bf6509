import {
  findLayout,
  type Layout,
  type LayoutItem,
  type Place,
  registerLayout,
} from '../../parts/layouts.js';
import type { Rect } from './grid.js';
import { layOut } from './layout.js';

/**
 * The layout `grid`: the biggest tiles that the space allows, and pages when they would become
 * too small to make out. A slot of the page and the screens of others get most of the space.
 */
export const gridLayout: Layout = (items, box, { page, maxTiles }) => {
  const isMain = ({ kind, isLocal }: LayoutItem): boolean =>
    kind === 'slot' || (kind === 'screen' && !isLocal);
  const screens = items.filter(isMain);
  const tiles = items.filter((item) => !isMain(item));
  const { width, height, gap, aspectRatio } = box;
  const layout = layOut({
    width,
    height,
    gap,
    aspectRatio,
    tiles: tiles.length,
    screens: screens.length,
    page,
    maxTiles,
  });
  return {
    places: [...pair(screens, layout.screens), ...pair(tiles.slice(layout.first), layout.tiles)],
    page: layout.page,
    pages: layout.pages,
    pager: layout.pager,
  };
};

function pair(items: readonly LayoutItem[], rects: readonly Rect[]): Place[] {
  return rects.flatMap((rect, index) => {
    const item = items[index];
    return item ? [{ ...rect, item }] : [];
  });
}

// A page's own layout of that name stays.
if (!findLayout('grid')) registerLayout('grid', gridLayout);
