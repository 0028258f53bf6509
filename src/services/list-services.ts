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
  const own = ownRooms(options, roomsApi);
  const { endpoint, tokenProvider, tokenUrl } = options;
  // Who names the service beside a gateway wants to hear from it.
  if (own && !(endpoint && (tokenProvider || tokenUrl))) return { rooms: own };
  const client = createClient(options);
  return { rooms: own ?? client, push: client };
}
