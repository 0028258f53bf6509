import type { ChannelApi, ChannelUser } from '../api/channel-types.js';

/** The people in a room now, as the service reports them. */
export interface PeopleOnline {
  /** Some of the people. Empty if the member may only know their number. */
  readonly people: readonly ChannelUser[];
  /** The number of people, without the asking member. */
  readonly count: number;
  /** Whether the member may see the names. */
  readonly isNamed: boolean;
}

/** The calls that say who is in a channel. */
export type PresenceCalls = Pick<ChannelApi, 'listChannelMembers' | 'getChannel'>;

export interface WhoIsOnlineOptions {
  /** The id of the asking member, who is not counted. Without it everybody is. */
  readonly own?: string | undefined;
  /** Whether to ask for names, too. It is false after the service has refused them. */
  readonly isNamed: boolean;
  readonly signal: AbortSignal;
}

/** The most people to request by name. Beyond that only the number grows. */
const pageSize = 50;

/**
 * Requests the people who are online in a room's channel, without the asking member. A member who
 * may not see the others gets only their number. Rejects if the service gives neither.
 */
export async function askWhoIsOnline(
  channels: PresenceCalls,
  roomId: number,
  { own, isNamed, signal }: WhoIsOnlineOptions,
): Promise<PeopleOnline> {
  const ask = { signal };
  const countOnly = async (): Promise<PeopleOnline> => {
    return { people: [], count: await countOnline(channels, roomId, ask), isNamed: false };
  };
  if (!isNamed) return countOnly();
  try {
    const page = await channels.listChannelMembers(roomId, { pageSize }, ask);
    const people = page.content
      .filter(({ channelMemberState }) => channelMemberState === 'ONLINE')
      .map(({ appUser }) => appUser)
      .filter(({ appUserId }) => appUserId !== own);
    const isAll = page.content.length >= page.totalElements;
    const count = isAll ? people.length : await countOnline(channels, roomId, ask);
    return { people, count: Math.max(people.length, count), isNamed };
  } catch (thrown) {
    signal.throwIfAborted();
    const reason = (thrown as { readonly reason?: unknown }).reason;
    if (reason !== 'forbidden' && reason !== 'not-found') throw thrown;
    return countOnly();
  }
}

async function countOnline(
  channels: PresenceCalls,
  roomId: number,
  ask: { readonly signal: AbortSignal },
): Promise<number> {
  const { stats } = await channels.getChannel(roomId, ask);
  const count = stats?.currentOnlineMemberCount;
  if (count === undefined) throw new Error('The channel does not say how many are online.');
  return count;
}
