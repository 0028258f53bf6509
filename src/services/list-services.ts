import type { AppRoomsApi } from '../api/types.js';
import type { ListServices } from '../state/list-types.js';
import { MemberUse, roomsInPlace } from './member-session.js';
import type { Releasable, ServiceOptions } from './types.js';

/**
 * Makes the services of a list of rooms. Must never lead to `rtc/`, not even by `import()`.
 *
 * @param roomsApi Answers for the rooms instead of the service, and of the gateway that
 *   `roomsUrl` names: with either, no other option is needed.
 * @throws {FfcError} stage `setup`, when an option is missing or wrong.
 */
export function createListServices(
  options: ServiceOptions,
  roomsApi?: AppRoomsApi,
): ListServices & Releasable {
  const inPlace = roomsInPlace(options, roomsApi);
  const { endpoint, tokenProvider, tokenUrl } = options;
  // Who names the service beside a gateway wants to hear from it.
  if (inPlace && !(endpoint && (tokenProvider || tokenUrl))) {
    return { rooms: inPlace, release: () => {} };
  }
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
    release: () => member.release(),
  });
}
