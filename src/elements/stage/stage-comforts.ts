/** The comforts of a stage. This chunk loads in the background, after the tools of tiles. */
export { AloneCard, aloneStyles } from './alone-card.js';
export { FarSpeaker, farStyles } from './far-speaker.js';
export { followSwipes, swipeStyles } from './page-swipe.js';
