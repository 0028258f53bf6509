import type { Member, RoomPermission, VideoRoom } from '../../api/types.js';
import type { ListContent } from '../../state/list-types.js';
import { isOwnRoom } from '../../state/room-rules.js';
import type { RoomListElementBase } from './room-list-options.js';

/**
 * Whether a list offers an action. The app's `can` takes precedence over the rights in the answers,
 * and those over the ownership of the room. This protects nothing: the backend checks each call.
 * While the member is unknown, no room counts as their own.
 *
 * @param me The asking member; undefined while unknown.
 * @param list The shown content, if there is any.
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
