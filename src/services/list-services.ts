import type { RoomsApi } from '../api/types.js';
import type { ListServices } from '../state/list-types.js';
import { createClient } from './create-client.js';
import { ownRooms } from './own-rooms.js';
import type { ServiceOptions } from './types.js';

/**
 * What a list of rooms needs of the world. Must never lead to `rtc/`, not even by `import()`.
 *
 * @param roomsApi Answers for the rooms instead of the service, and of the gateway that
 *   `roomsUrl` names: with either, no other option is needed.
 * @throws {FfcError} stage `setup`, when an option is missing or wrong.
 */
export function createListServices(options: ServiceOptions, roomsApi?: RoomsApi): ListServices {
  return { rooms: ownRooms(options, roomsApi) ?? createClient(options) };
}
