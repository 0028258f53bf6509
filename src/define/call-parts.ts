/** Defines the elements of a call: loaded behind the preview, or at once where there is none. */
import './ffc-control-bar.js';
import './ffc-participant-tile.js';
import './ffc-stage.js';
import { setOwnPanels } from '../parts/own-panels.js';

setOwnPanels(() => import('./panels.js'));

// Behind the preview too, so that joining loads nothing. What fails is loaded by who needs it.
void Promise.allSettled([
  import('../elements/stage/stage-extras.js'),
  import('../elements/control-bar/bar-layout.js'),
  import('../parts/more-items.js'),
]);
