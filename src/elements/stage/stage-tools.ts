/** What people do with the tiles of a stage: loaded behind what draws them. */
export { TileActions } from './tile-actions.js';
export { toolStyles } from './tool-styles.js';
