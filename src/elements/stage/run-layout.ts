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

/** A page of a stage, with all optional fields of a layout's result. */
export type FullPage = Required<Omit<LayoutPage, 'pager' | 'scroll'>> &
  Pick<LayoutPage, 'pager' | 'scroll'>;

let code: StageCode | undefined;
let loading: Promise<StageCode | undefined> | undefined;

/**
 * Loads the code that the start of a call does not need. Resolves to undefined when the load fails;
 * the next call tries again.
 */
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

/**
 * The layout of a name: the page's own, or a built-in one. Undefined while its code may still load.
 */
export function layoutOf(name: string, isBusy: boolean): Layout | CheckedLayout | undefined {
  const own = findLayout(name);
  if (own) return own;
  if (!code) return loading && (isBusy || name !== 'grid') ? undefined : gridLayout;
  const layout = code.moreLayouts.get(name);
  if (!layout) warnOnce(`Nobody has registered a layout “${name}”: the stage uses “grid”.`);
  return layout ?? gridLayout;
}

/** Runs a layout. An invalid result is replaced by that of `grid`. */
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
