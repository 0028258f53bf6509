/**
 * The rules for the type and the state of a room: whether it can be joined, and how it is shown.
 * Lists and rooms share them. Unknown values are allowed everywhere.
 */
import type { VideoRoom, VideoRoomState } from '../api/types.js';

const callTypes = ['VIDEO_CONFERENCE', 'INTERACTIVE_MEETING', 'WEBINAR'];
const liveStates = ['LIVE', 'STARTED', 'ACTIVE'];
const overStates = ['ENDED', 'CANCELLED', 'ARCHIVED'];

/**
 * Whether a room is a call that is joined by WebRTC. The protocol decides, if the service gives
 * one. Without it, the known types of calls decide.
 */
export function isCall({ type, protocol }: Pick<VideoRoom, 'type' | 'protocol'>): boolean {
  return protocol ? protocol === 'WEB_RTC' : callTypes.includes(type);
}

/** Whether people are in the room. */
export function isLive({ videoRoomState }: VideoRoom): boolean {
  return liveStates.includes(videoRoomState);
}

/**
 * Whether nobody can join the room any more. All other states allow a try, also `SCHEDULED` with a
 * future time and unknown states: the service decides.
 */
export function isOver({ state, videoRoomState }: VideoRoom): boolean {
  return state === 'DELETED' || overStates.includes(videoRoomState);
}

/**
 * The shown state of a room. The service calls a new room `SCHEDULED` even without a time. Such a
 * room can be joined at once.
 */
export function shownState({ videoRoomState, scheduledAt }: VideoRoom): VideoRoomState {
  return videoRoomState === 'SCHEDULED' && !scheduledAt ? 'LIVE_INACTIVE' : videoRoomState;
}

/**
 * The planned start of a room, in milliseconds since 1970. Undefined if it has started, has no
 * time, or has an invalid one.
 */
export function startOf({ videoRoomState, scheduledAt }: VideoRoom): number | undefined {
  const time = videoRoomState === 'SCHEDULED' && scheduledAt ? Date.parse(scheduledAt) : NaN;
  return Number.isNaN(time) ? undefined : time;
}

/** Whether the planned start of a room is in the future. */
export function isUpcoming(room: VideoRoom, now: number): boolean {
  return (startOf(room) ?? 0) > now;
}

/** Whether a room belongs to the member with that id. False while the member is unknown. */
export function isOwnRoom({ member }: VideoRoom, appUserId: string | undefined): boolean {
  return appUserId !== undefined && member?.appUserId === appUserId;
}
