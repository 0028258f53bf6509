import type { ChannelApi, ChannelKnowledge, ChannelUser } from '../api/channel-types.js';
import type { VideoRoom } from '../api/types.js';

/** The people in a room now, as the service reports them. */
export interface PeopleOnline {
  /** Some of the people. Empty if the member may only know their number. */
  readonly people: readonly ChannelUser[];
  /** The number of people. */
  readonly count: number;
  /** False once the service has refused the names. */
  readonly isNamed: boolean;
}

/** The calls that say who is in a channel. */
export type PresenceCalls = Pick<ChannelApi, 'listChannelMembers' | 'getChannel'> &
  ChannelKnowledge;

export interface WhoIsOnlineOptions {
  /** The id of the asking member. */
  readonly me?: string | undefined;
  /** Whether the asking member is one of the people. */
  readonly includesMe?: boolean;
  /** Whether to ask for names, too. It is false after the service has refused them. */
  readonly isNamed: boolean;
  readonly signal: AbortSignal;
}

/** The most people to request by name. Beyond that only the number grows. */
const pageSize = 50;

/**
 * Requests the people who are online in a room's channel. A member who may not see the others gets
 * only their number: the service names them to those who have joined the channel and to the room's
 * owner, and others do not ask. Rejects if the service gives neither.
 */
export async function askWhoIsOnline(
  channels: PresenceCalls,
  { id, member }: Pick<VideoRoom, 'id' | 'member'>,
  { me, includesMe, isNamed, signal }: WhoIsOnlineOptions,
): Promise<PeopleOnline> {
  const ask = { signal };
  const countOnly = async (isNamed: boolean): Promise<PeopleOnline> => {
    return { people: [], count: await countOnline(channels, id, ask), isNamed };
  };
  const isOwner = me !== undefined && me === member?.appUserId;
  if (!isNamed || !(isOwner || ((await channels.hasJoined?.(id)) ?? true)))
    return countOnly(isNamed);
  try {
    const page = await channels.listChannelMembers(id, { pageSize }, ask);
    const people = page.content
      .filter(({ channelMemberState }) => channelMemberState === 'ONLINE')
      .map(({ appUser }) => appUser)
      .filter(({ appUserId }) => includesMe || appUserId !== me);
    const isAll = page.content.length >= page.totalElements;
    const count = isAll ? people.length : await countOnline(channels, id, ask);
    return { people, count: Math.max(people.length, count), isNamed };
  } catch (thrown) {
    signal.throwIfAborted();
    const reason = (thrown as { readonly reason?: unknown }).reason;
    if (reason !== 'forbidden' && reason !== 'not-found') throw thrown;
    return countOnly(false);
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
