import type { FfcRoomElement } from '../../src/elements/room/room.js';
import type { Call } from './page.js';

/** Makes a room as a page would write it, with microphone and camera off. */
export function createRoom(
  { endpoint, roomId, memberToken }: Call,
  properties: Partial<FfcRoomElement> = {},
): FfcRoomElement {
  return Object.assign(document.createElement('ffc-room'), {
    endpoint,
    roomId: String(roomId),
    tokenProvider: () => memberToken,
    startMuted: true,
    startCameraOff: true,
    noPersist: true,
    ...properties,
  });
}
