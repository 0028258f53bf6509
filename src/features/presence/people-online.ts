import type { ChannelApi, ChannelUser } from '../../api/channel-types.js';

/** Who is in a room now, as far as its service says. */
export interface PeopleOnline {
  /** Some of them; empty where the member may only know how many there are. */
  readonly people: readonly ChannelUser[];
  /** How many there are, without the member who asks. */
  readonly count: number;
  /** The member may see who they are. */
  readonly isNamed: boolean;
}

export interface WhoIsOnlineOptions {
  /** The member who asks. */
  readonly own: string | undefined;
  /** Asks for names too: not again after the service has said no. */
  readonly isNamed: boolean;
  readonly signal: AbortSignal;
}

/** How many are asked for by name: with more people only the number grows. */
const pageSize = 50;

/**
 * Asks a room's channel who is online, except the member who asks. Members who may not see the
 * others are told how many they are. Rejects where the service says neither.
 */
export async function askWhoIsOnline(
  channels: ChannelApi,
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
  channels: ChannelApi,
  roomId: number,
  ask: { readonly signal: AbortSignal },
): Promise<number> {
  const { stats } = await channels.getChannel(roomId, ask);
  const count = stats?.currentOnlineMemberCount;
  if (count === undefined) throw new Error('The channel does not say how many are online.');
  return count;
}
