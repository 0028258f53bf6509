import type { RoomsDecision } from '../../src/server/index.js';
import type { AppUser } from './users.js';

/**
 * Decides what each role may do with rooms. The gateway refuses the rest, and lists do not offer it.
 * It also keeps members from private rooms of others, and from changing any of theirs.
 */
export const mayDo = ({ appUserId, role }: AppUser): RoomsDecision => ({
  appUserId,
  can: role === 'host' ? ['create', 'update', 'delete'] : [],
});
