/** Lengths are CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A place in the stage, from its start edge (the right one in right-to-left) and its top. */
export interface Rect extends Size {
  readonly x: number;
  readonly y: number;
}

/** What tiles look like wherever they stand. */
export interface TileShape {
  readonly gap: number;
  /** Width over height. */
  readonly aspectRatio: number;
}

export interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly tile: Size;
}

/** The columns and rows with which `count` tiles are biggest in the box. */
export function bestGrid(count: number, box: Size, { gap, aspectRatio }: TileShape): Grid {
  let best: Grid = { columns: 1, rows: count, tile: { width: 0, height: 0 } };
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const widest = (box.width - gap * (columns - 1)) / columns;
    const highest = (box.height - gap * (rows - 1)) / rows;
    const width = Math.min(widest, highest * aspectRatio);
    // Only when bigger: of equal ones the first has the fullest last row.
    if (width > best.tile.width) {
      best = { columns, rows, tile: { width, height: width / aspectRatio } };
    }
  }
  return best;
}

/** How many tiles of at least this width the box holds; never less than one. */
export function capacity(box: Size, minWidth: number, { gap, aspectRatio }: TileShape): number {
  const fit = (space: number, each: number): number =>
    Math.max(1, Math.floor((space + gap) / (each + gap)));
  return fit(box.width, minWidth) * fit(box.height, minWidth / aspectRatio);
}

/** The length of a row or column of tiles. */
export function spanOf(count: number, each: number, gap: number): number {
  return count * each + (count - 1) * gap;
}

/** Puts tiles into the middle of the area, row by row, each row centred; on whole pixels. */
export function place(count: number, { columns, tile }: Grid, area: Rect, gap: number): Rect[] {
  const width = wholePixels(tile.width);
  const height = wholePixels(tile.height);
  const top = area.y + (area.height - spanOf(Math.ceil(count / columns), height, gap)) / 2;
  return Array.from({ length: count }, (_, index) => {
    const row = Math.floor(index / columns);
    const inRow = Math.min(columns, count - row * columns);
    const start = area.x + (area.width - spanOf(inRow, width, gap)) / 2;
    return {
      x: wholePixels(start + (index % columns) * (width + gap)),
      y: wholePixels(top + row * (height + gap)),
      width,
      height,
    };
  });
}

/** Rounds down, but for what arithmetic loses: 119.99999999999999 is 120. */
function wholePixels(length: number): number {
  return Math.floor(length + 1e-6);
}
