/**
 * Defines every element of this package. The parts of a room come in a chunk of their own right
 * behind, so that a list or an idle room shows without waiting for them.
 */
import './ffc-room.js';
import './ffc-room-list.js';

// A failure is not lost: the room asks for the same chunk when it is opened, and tells.
import('./room-parts.js').catch(() => {});
