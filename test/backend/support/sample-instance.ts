/**
 * One instance of the sandbox's sample backend:
 *
 *     sample-instance.ts <address of the service> <port of Redis> <lease, in milliseconds>
 */
import { createAppBackend } from '../../../sandbox/app/backend.js';
import { shareInRedis } from '../../../sandbox/app/shared.js';
import { demoUsers } from '../../../sandbox/demo/users.js';
import { FfcServerClient } from '../../../src/server/index.js';
import { app } from '../../sandbox/support/service.js';
import { credentials } from './instances.js';
import { getStuck, nextPlace, runInstance } from './run-instance.js';

const [endpoint = '', redisPort, leaseMs] = process.argv.slice(2);
const shared = await shareInRedis({
  url: `redis://127.0.0.1:${redisPort}`,
  report: (line) => console.error(line),
  leaseMs: Number(leaseMs),
});
const users = demoUsers('http://app.test/');
const backend = createAppBackend({
  client: new FfcServerClient({ endpoint, apiKey: app.apiKey, apiSecret: app.apiSecret }),
  users,
  callback: credentials,
  shared: {
    ...shared,
    log: {
      ...shared.log,
      async add(event) {
        const place = nextPlace();
        if (place === 'success') await getStuck(event.id, place);
        await shared.log.add(event);
        if (place === 'mark') await getStuck(event.id, place);
      },
    },
  },
  config: () => ({ endpoint, users, mediaOutage: undefined }),
});
runInstance((request) => backend.fetch(request));
