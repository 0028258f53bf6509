/**
 * The meaning of the type and the state of a room: whether it can be joined, and how it is shown.
 * The one place for both lists and rooms. A value that is not known yet never breaks anything.
 */
import type { VideoRoom, VideoRoomState } from '../api/types.js';

const callTypes = ['VIDEO_CONFERENCE', 'INTERACTIVE_MEETING', 'WEBINAR'];
const liveStates = ['LIVE', 'STARTED', 'ACTIVE'];
const overStates = ['ENDED', 'CANCELLED', 'ARCHIVED'];

/**
 * Whether a room is a call, joined by WebRTC: what it is called does not count where the service
 * says how it is carried. Where it does not, the types count that are known to be calls.
 */
export function isCall({ type, protocol }: Pick<VideoRoom, 'type' | 'protocol'>): boolean {
  return protocol ? protocol === 'WEB_RTC' : callTypes.includes(type);
}

/** Whether people are in the room. */
export function isLive({ videoRoomState }: VideoRoom): boolean {
  return liveStates.includes(videoRoomState);
}

/**
 * Whether nobody can join the room any more. All other states let somebody try, also `SCHEDULED`
 * with a time to come and states that are not known: the service has the last word.
 */
export function isOver({ state, videoRoomState }: VideoRoom): boolean {
  return state === 'DELETED' || overStates.includes(videoRoomState);
}

/**
 * The state that a room is shown in. The service calls a new room `SCHEDULED`, also one that was
 * given no time: nobody has to wait for that.
 */
export function shownState({ videoRoomState, scheduledAt }: VideoRoom): VideoRoomState {
  return videoRoomState === 'SCHEDULED' && !scheduledAt ? 'LIVE_INACTIVE' : videoRoomState;
}

/**
 * When a room is to start, in milliseconds since 1970; undefined where it has been started, or was
 * given no time. Nobody has to wait for a time that nobody can read.
 */
export function startOf({ videoRoomState, scheduledAt }: VideoRoom): number | undefined {
  const time = videoRoomState === 'SCHEDULED' && scheduledAt ? Date.parse(scheduledAt) : NaN;
  return Number.isNaN(time) ? undefined : time;
}

/** Whether the time of a room is still to come. */
export function isUpcoming(room: VideoRoom, now: number): boolean {
  return (startOf(room) ?? 0) > now;
}

/** Whether a room belongs to the member with that id; never, while nobody knows who is asking. */
export function isOwnRoom({ member }: VideoRoom, appUserId: string | undefined): boolean {
  return appUserId !== undefined && member?.appUserId === appUserId;
}
