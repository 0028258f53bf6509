import {
  bestGrid,
  capacity,
  minTileWidth,
  place,
  type Rect,
  type Size,
  spanOf,
  type TileShape,
} from './grid.js';

export interface TilesInput extends Size, TileShape {
  /** Tiles of equal weight. */
  readonly tiles: number;
  /** The requested page, from 0. A number beyond the last page means the last page. */
  readonly page: number;
  /** The most tiles on a page; undefined: as many as are legible, and at most 49. */
  readonly maxTiles: number | undefined;
}

/** One page of tiles, and the place of the page buttons. */
export interface Page {
  /** From 0. */
  readonly page: number;
  readonly pages: number;
  /** The index of the first tile on this page. */
  readonly first: number;
  readonly tiles: readonly Rect[];
  /** The place of the page buttons; undefined with a single page. */
  readonly pager: Rect | undefined;
  /** The space of the tiles of a full page. */
  readonly width: number;
}

/** The size of the page buttons: no wider than the narrowest strip of tiles. */
export const pagerSize: Size = { width: minTileWidth, height: 36 };
const defaultMaxTiles = 49;

/** Fills an area with tiles, in pages where they would become too small. */
export function pageOfTiles(input: TilesInput, area: Rect, lastRow?: 'from-start'): Page {
  const most = Math.max(1, input.maxTiles ?? defaultMaxTiles);
  const all = Math.min(most, capacity(area, minTileWidth, input));
  if (input.tiles <= all) {
    const grid = bestGrid(input.tiles, area, input);
    const tiles = place(input.tiles, grid, area, input.gap, lastRow);
    const width = spanOf(grid.columns, grid.tile.width, input.gap);
    return { page: 0, pages: 1, first: 0, tiles, pager: undefined, width };
  }
  const height = Math.max(0, area.height - pagerSize.height - input.gap);
  const body = { ...area, height };
  const perPage = Math.min(most, capacity(body, minTileWidth, input));
  const pages = Math.ceil(input.tiles / perPage);
  const page = Math.min(Math.max(0, input.page), pages - 1);
  const first = page * perPage;
  // Every page has the grid of a full one, so that tiles keep their size when pages are turned.
  const grid = bestGrid(perPage, body, input);
  return {
    page,
    pages,
    first,
    tiles: place(Math.min(perPage, input.tiles - first), grid, body, input.gap, lastRow),
    width: spanOf(grid.columns, grid.tile.width, input.gap),
    pager: {
      x: Math.floor(area.x + (area.width - pagerSize.width) / 2),
      y: Math.floor(area.y + area.height - pagerSize.height),
      ...pagerSize,
    },
  };
}
