import type { Logger } from '../core/logger.js';
import type { Channel, ChannelMember, ChannelMessage } from './channel-types.js';
import { object, type Schema } from './parsing.js';
import { channelMember, message } from './push-schema.js';
import { count, maybeText, parse, readPage } from './schema.js';
import type { Page } from './types.js';

const channel: Schema<Channel> = object({ id: count, channelState: maybeText, name: maybeText });

/** Each takes the text of an answer and throws an {@link FfcError} `invalid-response`. */
export const readChannel = (answer: string): Channel => parse(channel, answer, 'a channel');
export const readChannelMember = (answer: string): ChannelMember =>
  parse(channelMember, answer, 'a channel member');
export const readMessages = (answer: string, logger: Logger): Page<ChannelMessage> =>
  readPage(message, answer, 'message', logger);
export const readChannelMembers = (answer: string, logger: Logger): Page<ChannelMember> =>
  readPage(channelMember, answer, 'channel member', logger);
