import type { RoomsDecision } from '../../src/server/index.js';
import type { AppUser } from './users.js';

/**
 * What each role may do with rooms. The gateway refuses the rest and tells lists of it, and sees to
 * it that nobody reads a private room of somebody else, or changes any.
 */
export const mayDo = ({ appUserId, role }: AppUser): RoomsDecision => ({
  appUserId,
  can: role === 'host' ? ['create', 'update', 'delete'] : [],
});
