/** A width and a height, in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * A place on the stage, measured from its start edge (the right one in right-to-left) and its top.
 */
export interface Rect extends Size {
  readonly x: number;
  readonly y: number;
}

/** The shape of tiles in all layouts. */
export interface TileShape {
  readonly gap: number;
  /** Width over height. */
  readonly aspectRatio: number;
  /** Whether tiles may take any shape from 3:4 to 16:9 to fill the space. Default: no. */
  readonly isFree?: boolean;
}

/** The narrowest and the widest shape of a free tile: from upright, as phones send, to wide. */
export const narrowest = 3 / 4;
export const widest = 16 / 9;

/** The width below which a face and a name are not recognisable. */
export const minTileWidth = 120;

export interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly tile: Size;
}

/** The columns and rows with which `count` tiles cover most of the box. */
export function bestGrid(count: number, box: Size, shape: TileShape): Grid {
  let best: Grid = { columns: 1, rows: count, tile: { width: 0, height: 0 } };
  let most = 0;
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const tile = fit(
      {
        width: (box.width - shape.gap * (columns - 1)) / columns,
        height: (box.height - shape.gap * (rows - 1)) / rows,
      },
      shape,
    );
    // A tile that is too narrow to recognise a face counts little, whatever its height.
    const isNarrow = shape.isFree && tile.width < minTileWidth;
    const worth = tile.width * tile.height * (isNarrow ? 1e-3 : 1);
    // Only a larger area wins: of equal ones, the first has the fullest last row.
    if (worth > most) {
      most = worth;
      best = { columns, rows, tile };
    }
  }
  return best;
}

/** The largest tile in a space. */
export function fit(space: Size, { aspectRatio, isFree }: TileShape): Size {
  if (space.width <= 0 || space.height <= 0) return { width: 0, height: 0 };
  const ratio = isFree
    ? Math.min(widest, Math.max(narrowest, space.width / space.height))
    : aspectRatio;
  const width = Math.min(space.width, space.height * ratio);
  return { width, height: width / ratio };
}

/** The number of tiles of at least this width that fit into the box. At least 1. */
export function capacity(box: Size, minWidth: number, { gap, aspectRatio }: TileShape): number {
  const count = (space: number, each: number): number =>
    Math.max(1, Math.floor((space + gap) / (each + gap)));
  return count(box.width, minWidth) * count(box.height, minWidth / aspectRatio);
}

/** The length of a row or column of tiles. */
export function spanOf(count: number, each: number, gap: number): number {
  return count * each + (count - 1) * gap;
}

/**
 * Places tiles in the middle of the area, row by row, on whole pixels. An incomplete row is
 * centred, or begins where the others do.
 */
export function place(
  count: number,
  { columns, tile }: Grid,
  area: Rect,
  gap: number,
  lastRow: 'centred' | 'from-start' = 'centred',
): Rect[] {
  const width = wholePixels(tile.width);
  const height = wholePixels(tile.height);
  const top = area.y + (area.height - spanOf(Math.ceil(count / columns), height, gap)) / 2;
  return Array.from({ length: count }, (_, index) => {
    const row = Math.floor(index / columns);
    const inRow = lastRow === 'centred' ? Math.min(columns, count - row * columns) : columns;
    const start = area.x + (area.width - spanOf(inRow, width, gap)) / 2;
    return {
      x: wholePixels(start + (index % columns) * (width + gap)),
      y: wholePixels(top + row * (height + gap)),
      width,
      height,
    };
  });
}

/** Rounds down, except for the error of floating-point arithmetic: 119.99999999999999 is 120. */
export function wholePixels(length: number): number {
  return Math.floor(length + 1e-6);
}
