import { object, type Schema } from './parsing.js';
import { anyJson, count, isObject, maybe, maybeText, owner, parse, text } from './schema.js';
import type { ChannelMessage, MessageAuthor } from './channel-types.js';
import type { PushEvent } from './types.js';

/** The role has two names: `type` inside a message, `channelMemberType` elsewhere. */
export const roleFields = { type: maybeText, channelMemberType: maybeText };
const authorFields = object({ ...roleFields, appUser: owner });
const author: Schema<MessageAuthor> = (value, onFault) => {
  const { type, channelMemberType, appUser } = authorFields(value, onFault);
  return { type: type ?? channelMemberType, appUser };
};

export const message: Schema<ChannelMessage> = object({
  messageId: text,
  sentAt: maybeText,
  origin: text,
  type: text,
  channelId: maybe(count),
  channelMember: maybe(author),
  sessionNo: maybe(count),
  message: maybeText,
  customType: maybeText,
  customData: anyJson,
});

/**
 * Reads the data of one event. The state of a room counts only from the service itself: a member
 * may send a message of the same form.
 *
 * @throws {FfcError} `invalid-response`.
 */
export function readPushEvent(data: string): PushEvent {
  const told = parse(message, data, 'a push event');
  const { customData } = told;
  const { type, videoRoomId, videoRoomState } = isObject(customData) ? customData : {};
  return told.origin === 'SYSTEM' &&
    told.customType === 'CHANGE_DATA_CAPTURE' &&
    type === 'VIDEO_ROOM' &&
    // Custom data is text in other answers, so a room's id may be text, too.
    /^\d{1,15}$/.test(String(videoRoomId)) &&
    typeof videoRoomState === 'string'
    ? { type: 'room-change', roomId: Number(videoRoomId), videoRoomState }
    : { type: 'message', message: told };
}
