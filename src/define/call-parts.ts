/**
 * Defines the elements of a call. It loads in the background of a preview, or at once where there
 * is no preview.
 */
import './ffc-control-bar.js';
import './ffc-participant-tile.js';
import './ffc-stage.js';
import { setOwnPanels } from '../parts/own-panels.js';

setOwnPanels(() => import('./panels.js'));

// These load in the background of the preview too, so that joining loads nothing. After a failure,
// each module loads again when it is needed.
void Promise.allSettled([
  import('../elements/stage/stage-extras.js'),
  import('../elements/control-bar/bar-layout.js'),
  import('../parts/more-items.js'),
]);
