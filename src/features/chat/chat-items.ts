import type { ChannelMessage } from '../../api/channel-types.js';
import { dayNumber } from './chat-times.js';

/** A message as a line of the chat. */
export interface ChatItem {
  readonly message: ChannelMessage;
  readonly text: string;
  /** The time of the message, in milliseconds since 1970. 0: the service gives none. */
  readonly time: number;
  /** Whether it is the first message of a day. */
  readonly startsDay: boolean;
  /** Whether it follows soon after one of the same author, so that the author is not repeated. */
  readonly isFollowing: boolean;
}

/** The milliseconds between two messages of one author after which the author is repeated. */
const sameGroup = 5 * 60_000;

/** The items of the log, oldest first. A message without text is left out: it is for programs. */
export function chatItems(messages: readonly ChannelMessage[]): readonly ChatItem[] {
  const items: ChatItem[] = [];
  let before: ChatItem | undefined;
  for (const message of messages) {
    const { message: text, sentAt = '' } = message;
    if (!text) continue;
    const time = Date.parse(sentAt) || 0;
    const startsDay = time > 0 && dayNumber(time) !== dayNumber(before?.time ?? 0);
    const isFollowing =
      !startsDay &&
      !!authorOf(message) &&
      authorOf(message) === authorOf(before?.message) &&
      time - (before?.time ?? 0) < sameGroup;
    before = { message, text, time, startsDay, isFollowing };
    items.push(before);
  }
  return items;
}

/** The id of a message's author; undefined for a message that no member wrote. */
export function authorOf(message: ChannelMessage | undefined): string | undefined {
  return message?.origin === 'SYSTEM' ? undefined : message?.channelMember?.appUser.appUserId;
}
