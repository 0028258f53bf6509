import type { RoomsApi } from '../api/types.js';
import { loadAdapter, loadLiveKitSession } from '../rtc/load.js';
import type { RoomServices } from '../state/types.js';
import { MemberUse, roomsInPlace } from './member-session.js';
import type { Releasable, ServiceOptions } from './types.js';

/**
 * What a room needs of the world. The media library loads with the first session.
 *
 * @param roomsApi Answers for the rooms instead of the service, and of the gateway that
 *   `roomsUrl` names; joining is direct all the same.
 * @throws {FfcError} stage `setup`, when an option is missing or wrong.
 */
export function createRoomServices(
  options: ServiceOptions,
  roomsApi?: RoomsApi,
): RoomServices & Releasable {
  const inPlace = roomsInPlace(options, roomsApi);
  const member = new MemberUse(options);
  return member.stands({
    get rooms() {
      return inPlace ?? member.client;
    },
    get member() {
      return member.client;
    },
    get push() {
      return member.client;
    },
    createSession: loadLiveKitSession,
    preload: loadAdapter,
    release: () => member.release(),
  });
}
