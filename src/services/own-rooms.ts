import { createGatewayRoomsApi } from '../api/gateway.js';
import type { RoomsApi } from '../api/types.js';
import type { ServiceOptions } from './types.js';

/**
 * Who answers for the rooms in place of the service, if somebody does: an object of the app's,
 * or else the gateway at its address.
 *
 * @throws {FfcError} `invalid-rooms-url`, stage `setup`.
 */
export function ownRooms(
  { roomsUrl }: Pick<ServiceOptions, 'roomsUrl'>,
  roomsApi: RoomsApi | undefined,
): RoomsApi | undefined {
  return roomsApi ?? (roomsUrl?.trim() ? createGatewayRoomsApi({ roomsUrl }) : undefined);
}
