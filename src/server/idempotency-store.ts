/**
 * Which events were handled: what makes several instances behind one address act as one. Every
 * method must be atomic for all instances that share the store.
 */
export interface SeenStore {
  /** The time for which a claim holds that is not renewed, in milliseconds. */
  readonly leaseMs: number;
  /**
   * Asks for the right to handle an event. `claimed`: it is the caller's, until the lease ends;
   * `done`: it was handled; `busy`: somebody else has it.
   *
   * @param token Names this claim, and no other.
   */
  claim(id: string, token: string): Promise<'claimed' | 'done' | 'busy'>;
  /** Has the lease begin anew. False: the claim is over, or somebody else's by now. */
  renew(id: string, token: string): Promise<boolean>;
  /** The event was handled: whoever holds the claim now, it is over. */
  done(id: string, token: string): Promise<void>;
  /** The event was not handled: gives the claim back, unless it is somebody else's by now. */
  release(id: string, token: string): Promise<void>;
}

export interface SeenOptions {
  /**
   * The time for which a claim holds that is not renewed, in milliseconds. Default 30 000. An instance
   * that dies takes its claims with it until then: so shorter than the sender keeps retrying.
   * One that lives renews them each third of it: so longer than it, or the store, ever stands
   * still, as the event may be handled again after it.
   */
  readonly leaseMs?: number;
  /** The time for which a handled event is remembered, in milliseconds. Default a day. */
  readonly keepMs?: number;
}

export interface MemorySeenOptions extends SeenOptions {
  /** The number of events that are remembered; the oldest goes first. Default 100 000. */
  readonly maxEvents?: number;
  /** Milliseconds since 1970. Default `Date.now`. */
  readonly now?: () => number;
}

const defaultLeaseMs = 30_000;
const day = 24 * 3600_000;

/** Remembers in this process: for one instance, whose memory does not outlive a restart. */
export function createMemorySeen({
  leaseMs = defaultLeaseMs,
  keepMs = day,
  maxEvents = 100_000,
  now = Date.now,
}: MemorySeenOptions = {}): SeenStore {
  const claims = new Map<string, { readonly token: string; readonly endsAt: number }>();
  /** The time at which each is forgotten. */
  const handled = new Map<string, number>();
  /**
   * In the order in which they were handled; those before `oldest` are forgotten. Beside the map,
   * which would have to be searched for its first entry behind all that were deleted.
   */
  const order: { readonly id: string; readonly endsAt: number }[] = [];
  let oldest = 0;

  const forget = (): void => {
    for (let entry = order[oldest]; entry; entry = order[++oldest]) {
      const { id, endsAt } = entry;
      if (endsAt > now() && handled.size <= maxEvents) break;
      // Else it was handled once more since, and stands further back.
      if (handled.get(id) === endsAt) handled.delete(id);
    }
    if (oldest * 2 > order.length) {
      order.splice(0, oldest);
      oldest = 0;
    }
  };

  return {
    leaseMs,
    claim(id, token) {
      forget();
      if (handled.has(id)) return Promise.resolve('done');
      const claim = claims.get(id);
      if (claim && claim.endsAt > now()) return Promise.resolve('busy');
      claims.set(id, { token, endsAt: now() + leaseMs });
      return Promise.resolve('claimed');
    },
    renew(id, token) {
      const claim = claims.get(id);
      if (claim?.token !== token || claim.endsAt <= now()) return Promise.resolve(false);
      claims.set(id, { token, endsAt: now() + leaseMs });
      return Promise.resolve(true);
    },
    done(id) {
      const endsAt = now() + keepMs;
      claims.delete(id);
      handled.set(id, endsAt);
      order.push({ id, endsAt });
      forget();
      return Promise.resolve();
    },
    release(id, token) {
      if (claims.get(id)?.token === token) claims.delete(id);
      return Promise.resolve();
    },
  };
}

export interface RedisSeenOptions extends SeenOptions {
  /** Stands before the event's id. Default `ffc:webhook:`. */
  readonly prefix?: string;
}

/** Runs one command of Redis, and gives its reply. */
export type RedisCommand = (args: string[]) => Promise<unknown>;

/** The members of a client of ioredis, or of its cluster, that are used here. */
export interface IoRedisClient {
  call(command: string, ...args: string[]): Promise<unknown>;
}

/** The members of a client of node-redis that are used here. */
export interface NodeRedisClient {
  sendCommand(args: string[]): Promise<unknown>;
}

/**
 * Remembers in Redis, for any number of instances.
 *
 * `SET … NX PX` lets one of them in, and Redis itself ends the claim of one that died. A claim
 * that ended and is somebody else's must not be renewed or given back by its first holder: so
 * the key holds the claim's token, and a script compares before it does either. `done` overwrites
 * whatever is there, as the event was handled. A key that ends between `SET` and `GET` counts as
 * busy: the sender comes again.
 *
 * @param redis A client of ioredis or node-redis, or a function that runs a command with any other:
 * a cluster of node-redis wants to be told the key, which is the second of the arguments, and in a
 * command that begins with `EVAL` the fourth.
 *
 * @example
 * const redis = await createClient({ url: process.env.REDIS_URL }).connect(); // node-redis
 * const redis = new Redis(process.env.REDIS_URL); // ioredis
 * const seen = createRedisSeen(redis);
 */
export function createRedisSeen(
  redis: RedisCommand | IoRedisClient | NodeRedisClient,
  { leaseMs = defaultLeaseMs, keepMs = day, prefix = 'ffc:webhook:' }: RedisSeenOptions = {},
): SeenStore {
  const command = commandOf(redis);
  /** Does something with an event's key, unless it holds something else than this claim. */
  const ifHeld = (id: string, token: string, action: string, ...args: string[]) => {
    const script = `if redis.call('GET', KEYS[1]) == ARGV[1] then return ${action} end return 0`;
    return command(['EVAL', script, '1', prefix + id, `busy:${token}`, ...args]);
  };
  return {
    leaseMs,
    async claim(id, token) {
      const key = prefix + id;
      const set = await command(['SET', key, `busy:${token}`, 'NX', 'PX', String(leaseMs)]);
      if (set !== null) return 'claimed';
      return (await command(['GET', key])) === 'done' ? 'done' : 'busy';
    },
    async renew(id, token) {
      const renew = "redis.call('PEXPIRE', KEYS[1], ARGV[2])";
      return Number(await ifHeld(id, token, renew, String(leaseMs))) === 1;
    },
    async done(id) {
      await command(['SET', prefix + id, 'done', 'PX', String(keepMs)]);
    },
    async release(id, token) {
      await ifHeld(id, token, "redis.call('DEL', KEYS[1])");
    },
  };
}

function commandOf(redis: RedisCommand | IoRedisClient | NodeRedisClient): RedisCommand {
  if (typeof redis === 'function') return redis;
  // First, because ioredis has a `sendCommand` too, which takes something else.
  if ('call' in redis) return ([name = '', ...args]) => redis.call(name, ...args);
  return (args) => redis.sendCommand(args);
}
