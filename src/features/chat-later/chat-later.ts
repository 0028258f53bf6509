/** What a chat can do without at first: a chunk of its own, which nobody waits for. */
export { comingViews } from './coming-views.js';
export { followComings } from './comings.js';
export { Copying } from './copying.js';
export { outgoingView } from './outgoing-view.js';
