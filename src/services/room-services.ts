import type { RoomsApi } from '../api/types.js';
import { loadAdapter, loadLiveKitSession } from '../rtc/load.js';
import type { RoomServices } from '../state/types.js';
import { createClient } from './create-client.js';
import { ownRooms } from './own-rooms.js';
import type { ServiceOptions } from './types.js';

/**
 * What a room needs of the world. The media library loads with the first session.
 *
 * @param roomsApi Answers for the rooms instead of the service, and of the gateway that
 *   `roomsUrl` names; joining is direct all the same.
 * @throws {FfcError} stage `setup`, when an option is missing or wrong.
 */
export function createRoomServices(options: ServiceOptions, roomsApi?: RoomsApi): RoomServices {
  const client = createClient(options);
  return {
    rooms: ownRooms(options, roomsApi) ?? client,
    member: client,
    push: client,
    createSession: loadLiveKitSession,
    preload: loadAdapter,
  };
}
