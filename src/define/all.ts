/**
 * Defines every element of this package. The parts of a room load right after that, in a chunk of
 * their own, so that a list or an idle room shows without waiting for them.
 */
import './ffc-room.js';
import './ffc-room-list.js';

// Ignores a failure: the room loads the same chunk when it is opened, and reports an error then.
import('./room-parts.js').catch(() => {});
