import type { RoomsActionRequest, RoomsDecision } from '../../src/server/index.js';
import type { AppUser } from './users.js';

/**
 * What each role may do with rooms; false: they may not. The gateway itself sees to it that
 * nobody reads a private room of somebody else, or changes any.
 */
export function mayDo({ appUserId, role }: AppUser, { action }: RoomsActionRequest): RoomsDecision {
  const reads = action === 'list' || action === 'get';
  return (reads || role === 'host') && { appUserId };
}
