import { FfcError } from '../core/errors.js';

/**
 * Stores which events were handled, so that several instances behind one address act as one. Every
 * method must be atomic for all instances that share the store.
 */
export interface SeenStore {
  /** The time for which a claim holds that is not renewed, in milliseconds. */
  readonly leaseMs: number;
  /**
   * Claims an event. `claimed`: the caller may handle it until the lease ends. `done`: it was
   * handled. `busy`: another instance has the claim.
   *
   * @param token A unique id of this claim.
   */
  claim(id: string, token: string): Promise<'claimed' | 'done' | 'busy'>;
  /** Renews the lease. False: the claim has ended, or belongs to another instance now. */
  renew(id: string, token: string): Promise<boolean>;
  /** Marks the event as handled, and ends any claim on it. */
  done(id: string, token: string): Promise<void>;
  /**
   * Releases the claim on an event that was not handled, unless it belongs to another instance now.
   */
  release(id: string, token: string): Promise<void>;
}

export interface SeenOptions {
  /**
   * The time for which a claim holds without a renewal, in milliseconds. Default 30 000. The claims
   * of an instance that dies last until then: so it must be shorter than the time for which the
   * sender retries. A live instance renews its claims after each third of it: so it must be longer
   * than any pause of the instance or the store, after which the event may be handled again.
   */
  readonly leaseMs?: number;
  /** The time for which a handled event is remembered, in milliseconds. Default a day. */
  readonly keepMs?: number;
}

export interface MemorySeenOptions extends SeenOptions {
  /** The most remembered events; the oldest is dropped first. Default 100 000. */
  readonly maxEvents?: number;
  /** Milliseconds since 1970. Default `Date.now`. */
  readonly now?: () => number;
}

const defaultLeaseMs = 30_000;
const day = 24 * 3600_000;

/** @throws {FfcError} `invalid-request`, for times that are not positive: claims would not hold. */
function checkTimes(times: Readonly<Record<string, number>>): void {
  for (const [name, time] of Object.entries(times)) {
    if (time > 0) continue;
    throw new FfcError({
      reason: 'invalid-request',
      stage: 'setup',
      message: `${name} must be a number above 0, in milliseconds, and not ${time}.`,
    });
  }
}

/** Creates a store in the memory of this process, for a single instance. A restart empties it. */
export function createMemorySeen({
  leaseMs = defaultLeaseMs,
  keepMs = day,
  maxEvents = 100_000,
  now = Date.now,
}: MemorySeenOptions = {}): SeenStore {
  checkTimes({ leaseMs, keepMs });
  const claims = new Map<string, { readonly token: string; readonly endsAt: number }>();
  /** The time at which each handled event is forgotten. */
  const handled = new Map<string, number>();
  /**
   * The events in the order of handling; those before `oldest` are forgotten. The map alone would
   * be slow: finding its first entry means skipping all deleted ones.
   */
  const order: { readonly id: string; readonly endsAt: number }[] = [];
  let oldest = 0;

  const forget = (): void => {
    for (let entry = order[oldest]; entry; entry = order[++oldest]) {
      const { id, endsAt } = entry;
      if (endsAt > now() && handled.size <= maxEvents) break;
      // Otherwise it was handled again since, and has a later entry.
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
  /** The prefix of the event's id in a key. Default `ffc:webhook:`. */
  readonly prefix?: string;
}

/** Runs one command of Redis, and resolves to its reply. */
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
 * Creates a store in Redis, for any number of instances.
 *
 * `SET … NX PX` gives the claim to one of them, and Redis itself ends the claim of an instance that
 * died. The former holder must not renew or release a claim that another instance has taken since:
 * so the key contains the claim's token, and a script compares it first. `done` overwrites any
 * value, as the event was handled. A key that expires between `SET` and `GET` counts as busy: the
 * sender tries again.
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
  checkTimes({ leaseMs, keepMs });
  const command = commandOf(redis);
  /** Runs a command on an event's key, if it contains this claim. */
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
  // Checked first, because ioredis also has a `sendCommand`, with other arguments.
  if ('call' in redis) return ([name = '', ...args]) => redis.call(name, ...args);
  return (args) => redis.sendCommand(args);
}
