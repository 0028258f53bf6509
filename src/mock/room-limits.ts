import type { CustomData, RoomInput, RoomUpdate } from '../api/types.js';
import { FfcError } from '../core/errors.js';

const maxText = 50;
const maxItems = 10;

/** Throws for a room that the service refuses, with the service's error codes. */
export function checkRoom(room: RoomUpdate, create?: Pick<RoomInput, 'type'>): void {
  if (create && !create.type) throw refused('EMPTY_VIDEO_ROOM_TYPE');
  if (create?.type === 'BROADCAST_RTMP' && !room.scheduledAt) {
    throw refused('EMPTY_VIDEO_ROOM_SCHEDULED_AT');
  }
  if ((room.customType?.length ?? 0) > maxText) {
    throw refused('CUSTOM_TYPE_SIZE_UPPER_LIMIT_EXCEEDED');
  }
  if (room.customData) checkCustomData(room.customData);
}

function checkCustomData(data: CustomData): void {
  const entries = Object.entries(data);
  if (entries.length > maxItems) throw refused('CUSTOM_DATA_ITEM_COUNT_UPPER_LIMIT_EXCEEDED');
  for (const [name, value] of entries) {
    if (name.length > maxText) throw refused('CUSTOM_DATA_ITEM_NAME_SIZE_UPPER_LIMIT_EXCEEDED');
    if (String(value).length > maxText) {
      throw refused('CUSTOM_DATA_ITEM_VALUE_SIZE_UPPER_LIMIT_EXCEEDED');
    }
  }
}

function refused(errorCode: string): FfcError {
  return new FfcError({
    reason: 'invalid-request',
    stage: 'api',
    status: 400,
    errorCode,
    message: `The service refused the room: ${errorCode}.`,
  });
}
