/** What a room draws once it is open: loaded by it, so that an idle room weighs less. */
import './ffc-control-bar.js';
import './ffc-participant-tile.js';
import './ffc-prejoin.js';
import './ffc-stage.js';
