import { createClient } from 'redis';
import { createMemorySeen, createRedisSeen, type SeenStore } from '../../src/server/index.js';
import {
  createMemoryLog,
  entryOf,
  logLength,
  type WebhookLog,
  type WebhookLogEntry,
} from './webhook-log.js';

/** All that the instances of the backend have in common, besides the service itself. */
export interface Shared {
  /** The webhooks that were handled. */
  readonly seen: SeenStore;
  /** The webhooks that the page shows. */
  readonly log: WebhookLog;
  close(): void;
}

/** For a single instance: the state is lost when the process ends. */
export function shareInMemory(): Shared {
  return { seen: createMemorySeen(), log: createMemoryLog(), close: () => {} };
}

export interface RedisShareOptions {
  /** As in `redis://127.0.0.1:6379`. */
  readonly url: string;
  /** Called with a message when Redis cannot be reached. The connection is restored by itself. */
  readonly report: (line: string) => void;
  /**
   * How long a webhook stays reserved for the instance that began to handle it, if that instance
   * dies. Default: the kit's.
   */
  readonly leaseMs?: number;
}

/** For any number of instances. Rejects when Redis cannot be reached at the start. */
export async function shareInRedis({ url, report, ...lease }: RedisShareOptions): Promise<Shared> {
  const redis = createClient({
    url,
    // Without Redis a webhook is refused at once, and the service sends it again. If the backend
    // waited for Redis, the service would wait too.
    disableOfflineQueue: true,
    socket: { reconnectStrategy: (retries) => started && Math.min(100 * 2 ** retries, 2000) },
  });
  let started = false;
  redis.on('error', (error: Error) => report(`Redis: ${error.message || error.name}`));
  await redis.connect();
  started = true;

  const key = 'ffc:webhook-log';
  const log: WebhookLog = {
    // An instance may die after this and before the event counts as handled. Another instance then
    // adds the event again, which is harmless: an event is always the same member of the set.
    async add(event) {
      const score = await redis.incr(`${key}:count`);
      await redis.zAdd(key, { score, value: JSON.stringify(entryOf(event)) }, { condition: 'NX' });
      await redis.zRemRangeByRank(key, 0, -(logLength + 1));
    },
    async entries() {
      const newestFirst = await redis.zRange(key, 0, -1, { REV: true });
      return newestFirst.map((entry) => JSON.parse(entry) as WebhookLogEntry);
    },
  };
  const seen = createRedisSeen((args) => redis.sendCommand(args), lease);
  return { seen, log, close: () => redis.destroy() };
}
