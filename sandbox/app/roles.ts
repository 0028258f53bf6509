import type { RoomsActionRequest, RoomsDecision, VideoRoom } from '../../src/server/index.js';
import type { AppUser } from './users.js';

/** What each role may do with rooms; false: they may not. */
export async function mayDo(user: AppUser, asked: RoomsActionRequest): Promise<RoomsDecision> {
  const { appUserId } = user;
  const owns = (room: VideoRoom): boolean => room.member?.appUserId === appUserId;
  const yes = { appUserId };
  switch (asked.action) {
    // The server API sees everybody's private rooms; a person sees their own.
    case 'list': {
      const ownOnly = asked.query.appUserId === appUserId;
      return ownOnly ? yes : { ...yes, only: { accessLevel: 'PUBLIC' } };
    }
    case 'get': {
      const room = await asked.room();
      return (room.accessLevel === 'PUBLIC' || owns(room)) && yes;
    }
    case 'create':
      return user.role === 'host' && yes;
    case 'update':
    case 'delete':
      return user.role === 'host' && owns(await asked.room()) && yes;
  }
}
