/** Defines every element of this package. */
import './ffc-room.js';
import './ffc-room-list.js';
import './room-parts.js';
