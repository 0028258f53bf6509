/** Pixels that each row is high: the style sheet has the same. */
export const rowHeight = 56;
/** Fewer rows are all drawn, so that the browser's own search finds them. */
const virtualFrom = 100;
/** Rows beyond what is seen, above and below. */
const overscan = 6;

/** The visible part of a list. */
export interface Viewport {
  readonly top: number;
  readonly height: number;
}

/** The indexes of the rows to draw: what is seen, and the one that has the focus. */
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
