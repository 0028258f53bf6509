import type { RoomChannel, VideoRoom } from '../api/types.js';

/** The channel of a room: it has the room's id and title, and a state that goes with the room's. */
export function channelOf({ id, title, videoRoomState }: VideoRoom): RoomChannel {
  return { id, channelState: channelStateOf(videoRoomState), name: title };
}

/** As the sandbox has it: the service does not document which state goes with which. */
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
