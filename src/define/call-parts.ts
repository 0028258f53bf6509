/** What a room draws in a call: loaded behind the preview, or at once where there is none. */
import './ffc-control-bar.js';
import './ffc-participant-tile.js';
import './ffc-stage.js';
import './panels.js';
