/** One instance of the app's backend. Its process ends with the parent. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { FfcServerClient } from '../../src/server/index.js';
import { meantHosts } from '../meant-hosts.js';
import { createAppBackend, type PageConfig } from './backend.js';
import type { InstanceReport, InstanceSetup, ParentMessage } from './instances.js';
import { shareInRedis } from './shared.js';

const tell = (report: InstanceReport): void => void process.send?.(report);
const questions: ((config: PageConfig) => void)[] = [];

process.on('disconnect', () => process.exit());
// Ctrl+C in a terminal signals every process of its group: the parent decides when this one ends.
process.on('SIGINT', () => {});
process.on('message', (message: ParentMessage) => {
  if ('setup' in message) void serve(message.setup);
  else questions.shift()?.(message.config);
});

async function serve(setup: InstanceSetup): Promise<void> {
  const { service, redisUrl, users, callback, host, allowedHosts } = setup;
  const shared = await shareInRedis({ url: redisUrl, report: (line) => console.error(line) });
  const backend = createAppBackend({
    client: new FfcServerClient(service),
    users,
    callback,
    shared,
    config: (hostname) =>
      new Promise((resolve) => {
        questions.push(resolve);
        tell({ configFor: hostname });
      }),
  });
  const listener = getRequestListener((request) => backend.fetch(request), {
    overrideGlobalObjects: false,
  });
  const isMeant = meantHosts(host, allowedHosts);
  const server = createServer((request, response) => {
    // Web pages could find this port, so the host name is checked here, too.
    if (isMeant(request.headers.host)) void listener(request, response);
    else response.writeHead(421, { Connection: 'close' }).end();
  });
  server.listen(0, '127.0.0.1', () => tell({ port: (server.address() as AddressInfo).port }));
}
