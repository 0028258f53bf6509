import {
  findLayout,
  type Layout,
  type LayoutBox,
  type LayoutItem,
  type LayoutPage,
  type LayoutRect,
  type LayoutView,
  type Place,
} from '../../parts/layouts.js';
import { warnOnce } from '../../core/logger.js';
import { gridLayout } from './grid-layout.js';

/** A page of a stage that has been checked. */
export type CheckedPage = Required<Omit<LayoutPage, 'pager'>> & Pick<LayoutPage, 'pager'>;

/** The layout of a name; `grid` for one that nobody registered. */
export function layoutOf(name: string): Layout {
  const layout = findLayout(name);
  if (!layout) warnOnce(`Nobody has registered a layout “${name}”: the stage uses “grid”.`);
  return layout ?? gridLayout;
}

/** Asks a layout for places; `grid` answers for one that throws or talks nonsense. */
export function runLayout(
  layout: Layout,
  name: string,
  items: readonly LayoutItem[],
  box: LayoutBox,
  view: LayoutView,
): CheckedPage {
  try {
    const page = checked(layout(items, box, view), items);
    if (page) return page;
    warnOnce(`The answer of the layout “${name}” makes no sense: the stage uses “grid”.`);
  } catch (error) {
    warnOnce(`The layout “${name}” failed (${String(error)}): the stage uses “grid”.`);
  }
  return checked(gridLayout(items, box, view), items) ?? { places: [], page: 0, pages: 1 };
}

/** A layout is the page's code: whatever it answers is possible. */
function checked(answer: unknown, items: readonly LayoutItem[]): CheckedPage | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  const {
    places,
    page = 0,
    pages = 1,
    pager,
  }: Partial<LayoutPage> = Array.isArray(answer) ? { places: answer } : answer;
  if (!Array.isArray(places) || !isCount(page) || !isCount(pages) || pages < 1 || page >= pages) {
    return undefined;
  }
  if (pager !== undefined && !isRect(pager)) return undefined;
  // Each item once: what was taken out of the set is not in it any more.
  const left = new Set<unknown>(items);
  const isKnown = (place: Partial<Place>): boolean => left.delete(place.item);
  if (!places.every((place) => isRect(place) && isKnown(place))) return undefined;
  return { places, page, pages, pager };
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
