/** What the stage of a call can begin without: loaded behind it. */
export { AutomaticLayout } from './automatic-layout.js';
export { laterStyles } from './later-styles.js';
export { moreLayouts } from './more-layouts.js';
export { pagerView } from './pager-view.js';
