/** What the stage of a call can begin without: loaded behind it. */
export { laterStyles } from './later-styles.js';
export { moreLayouts } from './more-layouts.js';
export { StageExtras } from './stage-extras.js';
