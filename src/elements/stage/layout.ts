import { bestGrid, minTileWidth, place, spanOf, type Rect } from './grid.js';
import { type Page, pageOfTiles, pagerSize, type TilesInput } from './pages.js';

export interface StageInput extends TilesInput {
  /** The items with most of the space: screens of others, or pinned participants. */
  readonly screens: number;
  /** Whether tiles below a screen may take any shape, so that they leave no gap. Default: no. */
  readonly isFreeBelow?: boolean;
}

export interface StageLayout extends Page {
  readonly screens: readonly Rect[];
}

/** The least share of the stage that tiles keep beside a screen. */
const stripShare = 0.2;

/** Places everything on one page of the stage. */
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

/** The screens take the height that they can use. The tiles get the space below. */
function screensAbove(input: StageInput, box: Rect): StageLayout {
  const attempt = (least: number): StageLayout => {
    const strip = Math.max(least, box.height * stripShare);
    const main = { ...box, height: Math.max(0, box.height - strip - input.gap) };
    const grid = bestGrid(input.screens, main, input);
    const used = spanOf(grid.rows, grid.tile.height, input.gap);
    const y = used + input.gap;
    return {
      screens: place(input.screens, grid, { ...box, height: used }, input.gap),
      ...pageOfTiles(
        { ...input, isFree: input.isFreeBelow ?? false },
        { ...box, y, height: Math.max(0, box.height - y) },
      ),
    };
  };
  const row = minTileWidth / input.aspectRatio;
  const single = attempt(row);
  return single.pager ? attempt(row + input.gap + pagerSize.height) : single;
}

/** The screens take the width that they can use. The tiles get the space beside them. */
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
  // Gives the space that the tiles do not use to the screens.
  return attempt(Math.max(Math.ceil(loose.width), loose.pager?.width ?? 0));
}

function areaOf(rects: readonly Rect[]): number {
  return rects.reduce((sum, { width, height }) => sum + width * height, 0);
}
