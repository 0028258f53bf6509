/**
 * One instance of a backend that receives webhooks:
 *
 *     instance.ts <its name> <port of Redis> <lease, in milliseconds>
 *
 * It writes to Redis' lists `begun` and `succeeded` what `onEvent` does, as `<event> <name>`;
 * tells its parent its port, and ends with it. Told `hold`, it gets stuck for ever in each of
 * the next four events, two of them before they succeed and two before they are marked as
 * handled; and tells its parent each time.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createClient } from 'redis';
import { createRedisSeen, createWebhookReceiver } from '../../../src/server/index.js';
import { credentials, type Place, type Report } from './instances.js';

const [name = '', redisPort, leaseMs] = process.argv.slice(2);
const redis = createClient({ url: `redis://127.0.0.1:${redisPort}` });
await redis.connect();

const places: Place[] = [];
const stuckAt = new Map<string, Place>();
process.on('message', () => places.push('success', 'success', 'mark', 'mark'));
process.on('disconnect', () => process.exit());

const tell = (report: Report): boolean => process.send!(report);
const getStuck = (id: string, at: Place): Promise<never> => {
  tell({ stuck: { id, at } });
  return new Promise(() => {});
};

const seen = createRedisSeen((args) => redis.sendCommand(args), { leaseMs: Number(leaseMs) });
const receive = createWebhookReceiver({
  ...credentials,
  seen: {
    ...seen,
    done: (id, token) => (stuckAt.get(id) === 'mark' ? getStuck(id, 'mark') : seen.done(id, token)),
  },
  onEvent: async ({ id }) => {
    const place = places.shift();
    if (place) stuckAt.set(id, place);
    await redis.rPush('begun', `${id} ${name}`);
    if (place === 'success') await getStuck(id, place);
    await redis.rPush('succeeded', `${id} ${name}`);
  },
});

const listener = getRequestListener(receive, { overrideGlobalObjects: false });
const server = createServer((request, response) => void listener(request, response));
server.listen(0, '127.0.0.1', () => tell({ port: (server.address() as AddressInfo).port }));
