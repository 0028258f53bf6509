import type { AppRoomsApi } from '../api/types.js';
import type { ListServices } from '../state/list-types.js';
import { MemberUse, roomsInPlace } from './member-session.js';
import type { Releasable, ServiceOptions } from './types.js';

/**
 * Creates the services of a list of rooms. It must never import `rtc/`, not even by `import()`.
 *
 * @param roomsApi Answers requests for rooms in place of the service and of the gateway in
 *   `roomsUrl`. With either of them, no other option is needed.
 * @throws {FfcError} stage `setup`, when an option is missing or wrong.
 */
export function createListServices(
  options: ServiceOptions,
  roomsApi?: AppRoomsApi,
): ListServices & Releasable {
  const inPlace = roomsInPlace(options, roomsApi);
  const { endpoint, tokenProvider, tokenUrl } = options;
  // With a gateway, the service is used only if the options name it, too.
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
