import type { RoomsDecision } from '../../src/server/index.js';
import type { AppUser } from './users.js';

/**
 * Decides what each role may do with rooms. The gateway refuses everything else, and lists do not
 * offer it. The gateway also keeps members from entering private rooms of others, and from changing
 * any room of others.
 */
export const mayDo = ({ appUserId, role }: AppUser): RoomsDecision => ({
  appUserId,
  can: role === 'host' ? ['create', 'update', 'delete'] : [],
});
