import type { ChannelMessage } from '../../api/channel-types.js';
import { dayNumber } from './chat-times.js';

/** A message as a line of the chat. */
export interface ChatItem {
  readonly message: ChannelMessage;
  readonly text: string;
  /** Milliseconds since 1970; 0: the service does not say. */
  readonly time: number;
  /** The first one of a day. */
  readonly startsDay: boolean;
  /** It follows soon on one of the same author's: who wrote it need not be said again. */
  readonly isFollowing: boolean;
}

/** Messages of one author further apart than this, in milliseconds, say again who wrote them. */
const sameGroup = 5 * 60_000;

/** The items of the log, oldest first; a message without a text is not for people. */
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

/** Undefined: nobody wrote it. */
export function authorOf(message: ChannelMessage | undefined): string | undefined {
  return message?.origin === 'SYSTEM' ? undefined : message?.channelMember?.appUser.appUserId;
}
