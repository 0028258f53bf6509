/** One instance of the app's backend, in a process of its own, which ends with its parent. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { FfcServerClient } from '../../src/server/index.js';
import { createAppBackend, type PageConfig } from './backend.js';
import type { InstanceReport, InstanceSetup, ParentMessage } from './instances.js';
import { shareInRedis } from './shared.js';

const tell = (report: InstanceReport): void => void process.send?.(report);
const questions: ((config: PageConfig) => void)[] = [];

process.on('disconnect', () => process.exit());
// Ctrl+C in a terminal reaches every process: the parent decides when this one ends.
process.on('SIGINT', () => {});
process.on('message', (message: ParentMessage) => {
  if ('setup' in message) void serve(message.setup);
  else questions.shift()?.(message.config);
});

async function serve({ service, redisUrl, users, callback }: InstanceSetup): Promise<void> {
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
  const server = createServer((request, response) => void listener(request, response));
  server.listen(0, '127.0.0.1', () => tell({ port: (server.address() as AddressInfo).port }));
}
