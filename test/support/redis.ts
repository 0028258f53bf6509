import { startRedisServer, type RedisServer } from '../../sandbox/redis-server.js';
import { findRedis } from '../../scripts/find-redis.js';

/** Starts a Redis server that stores nothing on disk. */
export async function startRedis(): Promise<RedisServer> {
  return startRedisServer(await findRedis());
}
