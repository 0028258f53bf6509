/**
 * The features of a chat that its first rendering does not need. This chunk loads in the
 * background.
 */
export { comingViews } from './coming-views.js';
export { followComings } from './comings.js';
export { Copying } from './copying.js';
export { outgoingView } from './outgoing-view.js';
