import type { Member, RoomPermission, VideoRoom } from '../../api/types.js';
import type { ListContent } from '../../state/list-types.js';
import { isOwnRoom } from '../../state/room-rules.js';
import type { RoomListElementBase } from './room-list-options.js';

/**
 * Whether a list offers to do that: the app's `can` goes before what the answers say, and that
 * before whose the room is. It guards nothing: whoever answers the calls decides. Where nobody says
 * who is asking, no room counts as their own, so that nothing is offered in vain.
 *
 * @param me Who is asking; undefined while that is not known.
 * @param list What is shown, if anything is.
 */
export function may(
  { readonly, services, roomsApi }: RoomListElementBase,
  me: Member | undefined,
  list: Pick<ListContent, 'can'> | undefined,
  permission: RoomPermission,
  room?: VideoRoom,
): boolean {
  if (readonly) return false;
  try {
    return (
      (services?.rooms ?? roomsApi)?.can?.(permission, room) ??
      (room ?? list)?.can?.includes(permission) ??
      (!room || isOwnRoom(room, me?.appUserId))
    );
  } catch {
    return false;
  }
}
