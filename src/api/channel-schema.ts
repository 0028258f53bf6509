import type { Logger } from '../core/logger.js';
import type { Channel, ChannelMember, ChannelMessage, ChannelUser } from './channel-types.js';
import { object, type Schema } from './parsing.js';
import { message, roleFields } from './push-schema.js';
import {
  anyJson,
  count,
  maybe,
  maybeFlag,
  maybeText,
  memberFields,
  parse,
  readPage,
} from './schema.js';
import type { Page } from './types.js';

const channel: Schema<Channel> = object({
  id: count,
  channelState: maybeText,
  name: maybeText,
  lastSessionNo: maybe(count),
  openedAt: maybeText,
  policy: maybe(object({ canMemberSelfJoin: maybeFlag })),
  stats: maybe(object({ currentOnlineMemberCount: maybe(count) })),
});

const appUser: Schema<ChannelUser> = object({
  ...memberFields,
  appUserCustomData: anyJson,
  email: maybeText,
});
const memberOfChannel = object({
  ...roleFields,
  id: maybe(count),
  channelMemberState: maybeText,
  appUser,
  customType: maybeText,
  customData: anyJson,
  joinedAt: maybeText,
  rejoinedAt: maybeText,
  lastSeenAt: maybeText,
  bannedAt: maybeText,
  unbannedAt: maybeText,
  leavedAt: maybeText,
  autoLeaved: maybeFlag,
});
const channelMember: Schema<ChannelMember> = (value, onFault) => {
  const { type, channelMemberType = type, ...member } = memberOfChannel(value, onFault);
  return { ...member, channelMemberType };
};

/** Each takes the text of an answer and throws an {@link FfcError} `invalid-response`. */
export const readChannel = (answer: string): Channel => parse(channel, answer, 'a channel');
export const readChannelMember = (answer: string): ChannelMember =>
  parse(channelMember, answer, 'a channel member');
export const readMessage = (answer: string): ChannelMessage => parse(message, answer, 'a message');
export const readMessages = (answer: string, logger: Logger): Page<ChannelMessage> =>
  readPage(message, answer, 'message', logger);
export const readChannelMembers = (answer: string, logger: Logger): Page<ChannelMember> =>
  readPage(channelMember, answer, 'channel member', logger);
