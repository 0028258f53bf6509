import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createSandboxService } from '../../../sandbox/service/service.js';
import { app } from '../../sandbox/support/service.js';

/** Starts a service on its own port, which sends webhooks as real HTTP requests. */
export async function startService() {
  let looked = (): void => {};
  const service = createSandboxService({ apps: [app], report: () => looked() });
  const listener = getRequestListener(service.fetch, { overrideGlobalObjects: false });
  const server = createServer((request, response) => void listener(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Resolves with the ids of all webhooks once every webhook has arrived. */
    delivered: () =>
      new Promise<readonly string[]>((resolve) => {
        looked = () => {
          const webhooks = service.webhooks();
          if (webhooks.some(({ state }) => state !== 'delivered')) return;
          resolve(webhooks.map(({ id }) => id));
        };
        looked();
      }),
    stop: async () => {
      service.stop();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
