/**
 * Defines the room list, the room and its parts. The parts load right after that, in a chunk of their
 * own, so that a list or an idle room shows without waiting for them. The elements of panels load when
 * the room first needs them (`panels.ts`).
 */
import './ffc-room.js';
import './ffc-room-list.js';

// Ignores a failure: the room loads the same chunk when it is opened, and reports an error then.
import('./room-parts.js').catch(() => {});
