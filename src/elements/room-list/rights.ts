import type { Member, RoomPermission, VideoRoom } from '../../api/types.js';
import { isOwnRoom } from '../../state/room-rules.js';
import type { RoomListOptionsElement } from './room-list-options.js';

/**
 * Whether a list offers to do that. It guards nothing: whoever answers the calls decides. Where
 * nobody says who is asking, no room counts as their own, so that nothing is offered in vain.
 *
 * @param me Who is asking; undefined while that is not known.
 */
export function may(
  { readonly, services, roomsApi }: RoomListOptionsElement,
  me: Member | undefined,
  permission: RoomPermission,
  room?: VideoRoom,
): boolean {
  if (readonly) return false;
  try {
    const said = (services?.rooms ?? roomsApi)?.can?.(permission, room);
    return said ?? (!room || isOwnRoom(room, me?.appUserId));
  } catch {
    return false;
  }
}
