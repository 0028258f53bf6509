/** The height of a row in pixels, as in the style sheet. */
export const rowHeight = 56;
/** Fewer rows than this are all rendered, so that the browser's own search finds them. */
const virtualFrom = 100;
/** The number of rendered rows above and below the visible ones. */
const overscan = 6;

/** The visible part of a list. */
export interface Viewport {
  readonly top: number;
  readonly height: number;
}

/** The indexes of the rows to render: the visible ones, and the one with the focus. */
export function visibleRows(
  count: number,
  { top, height }: Viewport,
  focused: number,
): readonly number[] {
  const all = count < virtualFrom;
  const from = all ? 0 : Math.max(0, Math.floor(top / rowHeight) - overscan);
  const to = all ? count : Math.min(count, Math.ceil((top + height) / rowHeight) + overscan);
  const rows = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
  if (focused < 0 || focused >= count || (focused >= from && focused < to)) return rows;
  return focused < from ? [focused, ...rows] : [...rows, focused];
}
