import { is, object, type Schema } from './parsing.js';
import { count, isObject, maybe, maybeText, owner, parse, text } from './schema.js';
import type { ChannelMember, ChannelMessage } from './channel-types.js';
import type { PushEvent } from './types.js';

export const channelMember: Schema<ChannelMember> = object({
  type: maybeText,
  appUser: owner,
});

export const message: Schema<ChannelMessage> = object({
  messageId: text,
  sentAt: maybeText,
  origin: text,
  type: text,
  channelId: maybe(count),
  channelMember: maybe(channelMember),
  message: maybeText,
  customType: maybeText,
  customData: maybe(is(isObject)),
});

/**
 * Reads the data of one event. What is said of a room counts only when the service itself says
 * it: a member may send a message that looks the same.
 *
 * @throws {FfcError} `invalid-response`.
 */
export function readPushEvent(data: string): PushEvent {
  const told = parse(message, data, 'a push event');
  const { type, videoRoomId, videoRoomState } = told.customData ?? {};
  return told.origin === 'SYSTEM' &&
    told.customType === 'CHANGE_DATA_CAPTURE' &&
    type === 'VIDEO_ROOM' &&
    // Custom data is text in other places, so a room's id may be as well.
    /^\d{1,15}$/.test(String(videoRoomId)) &&
    typeof videoRoomState === 'string'
    ? { type: 'room-change', roomId: Number(videoRoomId), videoRoomState }
    : { type: 'message', message: told };
}
