import { warnOnce } from '../core/logger.js';
import type {
  CheckedLayout,
  Layout,
  LayoutItem,
  LayoutPage,
  LayoutRect,
  Place,
} from './layouts.js';

/** Wraps a layout of the page: an invalid result becomes undefined, and the console says why. */
export function checkedLayout(name: string, layout: Layout): CheckedLayout {
  return (items, box, view) => {
    try {
      const page = checked(layout(items, box, view), items);
      if (page) return page;
      warnOnce(`The answer of the layout “${name}” makes no sense: the stage uses “grid”.`);
    } catch (error) {
      warnOnce(`The layout “${name}” failed (${String(error)}): the stage uses “grid”.`);
    }
    return undefined;
  };
}

/** Checks a result. A layout is code of the page, so it may return anything. */
function checked(answer: unknown, items: readonly LayoutItem[]): LayoutPage | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  const {
    places,
    page = 0,
    pages = 1,
    pager,
    scroll,
  }: Partial<LayoutPage> = Array.isArray(answer) ? { places: answer } : answer;
  if (!Array.isArray(places) || !isCount(page) || !isCount(pages) || pages < 1 || page >= pages) {
    return undefined;
  }
  if (pager !== undefined && !isRect(pager)) return undefined;
  if (scroll !== undefined && !isRect({ x: 0, y: 0, ...scroll })) return undefined;
  // Each item may have one place: placing it removes it from the set.
  const left = new Set<unknown>(items);
  const isKnown = (place: Partial<Place>): boolean => left.delete(place.item);
  if (!places.every((place) => isRect(place) && isKnown(place))) return undefined;
  return { places, page, pages, pager, scroll };
}

function isRect(value: unknown): value is LayoutRect {
  if (typeof value !== 'object' || value === null) return false;
  const { x, y, width, height } = value as Partial<LayoutRect>;
  const all = [x, y, width, height].every((length) => Number.isFinite(length));
  return all && Number(width) >= 0 && Number(height) >= 0;
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0;
}
