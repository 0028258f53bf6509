import type {
  Channel,
  ChannelApi,
  ChannelKnowledge,
  ChannelMember,
  ChannelMemberQuery,
} from './channel-types.js';
import { joinedChannels } from './joined-channels.js';
import { object, type Schema } from './parsing.js';
import { roomsPath, type Routes } from './routes.js';
import { count, maybe, maybeText, owner, parse, readPage } from './schema.js';
import { ServiceCalls } from './service-calls.js';
import type { CallOptions, Page } from './types.js';

type Name = 'getChannel' | 'listChannelMembers';
type Calls = Pick<ChannelApi, Name> & ChannelKnowledge;

const path = `${roomsPath}/{id}/channel`;
const routes: Routes<Name> = {
  getChannel: { method: 'GET', path },
  listChannelMembers: { method: 'GET', path: `${path}/members` },
};

const channel: Schema<Channel> = object({
  id: count,
  channelState: maybeText,
  name: maybeText,
  stats: maybe(object({ currentOnlineMemberCount: maybe(count) })),
});

const channelMember: Schema<ChannelMember> = object({
  channelMemberState: maybeText,
  channelMemberType: maybeText,
  appUser: owner,
});

class PresenceCalls extends ServiceCalls<Name> implements Calls {
  readonly #joined: Set<number>;

  constructor(calls: ServiceCalls<never>) {
    super(calls, routes);
    this.#joined = joinedChannels(calls);
  }

  hasJoined(id: number): boolean {
    return this.#joined.has(id);
  }

  getChannel(id: number, options?: CallOptions): Promise<Channel> {
    const read = (answer: string): Channel => parse(channel, answer, 'a channel');
    return this.call('getChannel', read, options, { id });
  }

  listChannelMembers(
    id: number,
    query?: ChannelMemberQuery,
    options?: CallOptions,
  ): Promise<Page<ChannelMember>> {
    return this.call(
      'listChannelMembers',
      (answer, logger) => readPage(channelMember, answer, 'channel member', logger),
      options,
      { id, query },
    );
  }
}

/**
 * Makes the calls that say who is in a channel, with the token and the transport of other calls.
 * Apart from all others about channels, so that a list loads no more than it needs.
 */
export function createPresenceCalls(calls: ServiceCalls<never>): Calls {
  return new PresenceCalls(calls);
}
