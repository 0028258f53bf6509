/**
 * One instance of a backend that receives webhooks:
 *
 *     instance.ts <its name> <port of Redis> <lease, in milliseconds>
 *
 * `onEvent` adds `<event> <name>` to the Redis list `begun` at its start, and to `succeeded` at its
 * end.
 */
import { createClient } from 'redis';
import { createRedisSeen, createWebhookReceiver } from '../../../src/server/index.js';
import { credentials, type Place } from './instances.js';
import { getStuck, nextPlace, runInstance } from './run-instance.js';

const [name = '', redisPort, leaseMs] = process.argv.slice(2);
const redis = createClient({ url: `redis://127.0.0.1:${redisPort}` });
await redis.connect();

const stuckAt = new Map<string, Place>();
const seen = createRedisSeen((args) => redis.sendCommand(args), { leaseMs: Number(leaseMs) });
const receive = createWebhookReceiver({
  ...credentials,
  seen: {
    ...seen,
    done: (id, token) => (stuckAt.get(id) === 'mark' ? getStuck(id, 'mark') : seen.done(id, token)),
  },
  onEvent: async ({ id }) => {
    const place = nextPlace();
    if (place) stuckAt.set(id, place);
    await redis.rPush('begun', `${id} ${name}`);
    if (place === 'success') await getStuck(id, place);
    await redis.rPush('succeeded', `${id} ${name}`);
  },
});
runInstance(receive);
