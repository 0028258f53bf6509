import type { RoomChannel, VideoRoom } from '../api/types.js';

/** The channel of a room. It has the room's id and title; its state follows from the room's. */
export function channelOf({ id, title, videoRoomState }: VideoRoom): RoomChannel {
  return { id, channelState: channelStateOf(videoRoomState), name: title };
}

/** Maps states as the sandbox does, because the service documents no mapping. */
function channelStateOf(state: VideoRoom['videoRoomState']): string {
  switch (state) {
    case 'SCHEDULED':
      return 'CREATED';
    case 'LIVE_INACTIVE':
      return 'PAUSED';
    case 'ENDED':
    case 'CANCELLED':
    case 'ARCHIVED':
      return 'CLOSED';
    default:
      return 'OPENED';
  }
}
