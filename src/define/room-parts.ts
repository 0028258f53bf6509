/** All that a room draws once it is open. */
import './call-parts.js';
import './preview-parts.js';
