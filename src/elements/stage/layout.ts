import { bestGrid, capacity, place, spanOf, type Rect, type Size, type TileShape } from './grid.js';

export interface StageInput extends Size, TileShape {
  /** Tiles of equal weight: cameras, and one's own screen. */
  readonly tiles: number;
  /** Screens of others: while there are any, they get most of the space. */
  readonly screens: number;
  /** The wanted page, from 0; one that is not there becomes the last. */
  readonly page: number;
  /** The most tiles on a page; undefined: as many as stay legible, and at most 49. */
  readonly maxTiles: number | undefined;
}

/** One page of tiles, and where the page buttons go when there are more. */
interface Page {
  /** From 0. */
  readonly page: number;
  readonly pages: number;
  /** The index of the first tile on this page. */
  readonly first: number;
  readonly tiles: readonly Rect[];
  /** Undefined with a single page. */
  readonly pager: Rect | undefined;
  /** What the tiles of a full page take. */
  readonly width: number;
}

export interface StageLayout extends Page {
  readonly screens: readonly Rect[];
}

/** Below this width a face and a name can no longer be made out. */
export const minTileWidth = 120;

/** No wider than the narrowest strip of tiles. */
const pagerSize: Size = { width: minTileWidth, height: 36 };
const defaultMaxTiles = 49;
/** What the tiles keep of the stage beside a screen, at the least. */
const stripShare = 0.2;

/** Where everything on one page of the stage goes. */
export function layOut(input: StageInput): StageLayout {
  const box: Rect = { x: 0, y: 0, width: input.width, height: input.height };
  if (input.screens === 0) return { screens: [], ...pageOfTiles(input, box) };
  if (input.tiles === 0) {
    const grid = bestGrid(input.screens, box, input);
    const screens = place(input.screens, grid, box, input.gap);
    return { screens, page: 0, pages: 1, first: 0, tiles: [], pager: undefined, width: 0 };
  }
  const above = screensAbove(input, box);
  const beside = screensBeside(input, box);
  return areaOf(beside.screens) > areaOf(above.screens) ? beside : above;
}

function pageOfTiles(input: StageInput, area: Rect): Page {
  const most = Math.max(1, input.maxTiles ?? defaultMaxTiles);
  const all = Math.min(most, capacity(area, minTileWidth, input));
  if (input.tiles <= all) {
    const grid = bestGrid(input.tiles, area, input);
    const tiles = place(input.tiles, grid, area, input.gap);
    const width = spanOf(grid.columns, grid.tile.width, input.gap);
    return { page: 0, pages: 1, first: 0, tiles, pager: undefined, width };
  }
  const height = Math.max(0, area.height - pagerSize.height - input.gap);
  const body = { ...area, height };
  const perPage = Math.min(most, capacity(body, minTileWidth, input));
  const pages = Math.ceil(input.tiles / perPage);
  const page = Math.min(Math.max(0, input.page), pages - 1);
  const first = page * perPage;
  // The grid of a full page on every page, so that tiles keep their size when pages are turned.
  const grid = bestGrid(perPage, body, input);
  return {
    page,
    pages,
    first,
    tiles: place(Math.min(perPage, input.tiles - first), grid, body, input.gap),
    width: spanOf(grid.columns, grid.tile.width, input.gap),
    pager: {
      x: Math.floor(area.x + (area.width - pagerSize.width) / 2),
      y: Math.floor(area.y + area.height - pagerSize.height),
      ...pagerSize,
    },
  };
}

/** The screens take the height that they can use; the tiles get what is left below. */
function screensAbove(input: StageInput, box: Rect): StageLayout {
  const attempt = (least: number): StageLayout => {
    const strip = Math.max(least, box.height * stripShare);
    const main = { ...box, height: Math.max(0, box.height - strip - input.gap) };
    const grid = bestGrid(input.screens, main, input);
    const used = spanOf(grid.rows, grid.tile.height, input.gap);
    const y = used + input.gap;
    return {
      screens: place(input.screens, grid, { ...box, height: used }, input.gap),
      ...pageOfTiles(input, { ...box, y, height: Math.max(0, box.height - y) }),
    };
  };
  const row = minTileWidth / input.aspectRatio;
  const single = attempt(row);
  return single.pager ? attempt(row + input.gap + pagerSize.height) : single;
}

/** The screens take the width that they can use; the tiles get what is left beside them. */
function screensBeside(input: StageInput, box: Rect): StageLayout {
  const attempt = (strip: number): StageLayout => {
    const main = { ...box, width: Math.max(0, box.width - strip - input.gap) };
    const grid = bestGrid(input.screens, main, input);
    const used = spanOf(grid.columns, grid.tile.width, input.gap);
    const x = used + input.gap;
    return {
      screens: place(input.screens, grid, { ...box, width: used }, input.gap),
      ...pageOfTiles(input, { ...box, x, width: Math.max(0, box.width - x) }),
    };
  };
  const loose = attempt(Math.max(minTileWidth, box.width * stripShare));
  // What the tiles leave at their sides is of more use to the screens.
  return attempt(Math.max(Math.ceil(loose.width), loose.pager?.width ?? 0));
}

function areaOf(rects: readonly Rect[]): number {
  return rects.reduce((sum, { width, height }) => sum + width * height, 0);
}
