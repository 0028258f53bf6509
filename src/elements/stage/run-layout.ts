import {
  type CheckedLayout,
  findLayout,
  type Layout,
  type LayoutBox,
  type LayoutItem,
  type LayoutPage,
  type LayoutView,
} from '../../parts/layouts.js';
import { warnOnce } from '../../core/logger.js';
import type * as Later from './stage-extras.js';
import { gridLayout } from './grid-layout.js';

type StageCode = typeof Later;

/** A page of a stage, with all that a layout may leave out. */
export type FullPage = Required<Omit<LayoutPage, 'pager' | 'scroll'>> &
  Pick<LayoutPage, 'pager' | 'scroll'>;

let code: StageCode | undefined;
let loading: Promise<StageCode | undefined> | undefined;

/** Loads what a call can begin without. Gives undefined where it cannot be had, for now. */
export function loadStageCode(): Promise<StageCode | undefined> {
  return (loading ??= import('./stage-extras.js').then(
    (module) => (code = module),
    () => (loading = undefined),
  ));
}

/** Whether a page has registered the layout of this name. */
export function isOwnLayout(name: string): boolean {
  return findLayout(name) !== undefined;
}

/** The layout of a name: the page's own, or one of the product. Undefined while that may yet come. */
export function layoutOf(name: string, isBusy: boolean): Layout | CheckedLayout | undefined {
  const own = findLayout(name);
  if (own) return own;
  if (!code) return loading && (isBusy || name !== 'grid') ? undefined : gridLayout;
  const layout = code.moreLayouts.get(name);
  if (!layout) warnOnce(`Nobody has registered a layout “${name}”: the stage uses “grid”.`);
  return layout ?? gridLayout;
}

/** Asks a layout for places; `grid` answers for one whose answer makes no sense. */
export function runLayout(
  layout: Layout | CheckedLayout,
  items: readonly LayoutItem[],
  box: LayoutBox,
  view: LayoutView,
): FullPage {
  const answer = layout(items, box, view) ?? gridLayout(items, box, view);
  const page = 'places' in answer ? answer : { places: answer };
  return { page: 0, pages: 1, pager: undefined, scroll: undefined, ...page };
}
