import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { places, type Place, type Report } from './instances.js';

const left: Place[] = [];
const tell = (report: Report): boolean => process.send!(report);

/**
 * Makes this process an instance: it serves the handler on a port of its own, tells its parent
 * which, and ends with it. Told `hold`, it is to get stuck as {@link nextPlace} says.
 */
export function runInstance(handler: (request: Request) => Response | Promise<Response>): void {
  process.on('disconnect', () => process.exit());
  process.on('message', () => {
    left.push(...places);
    tell({ holding: true });
  });
  const listener = getRequestListener(handler, { overrideGlobalObjects: false });
  const server = createServer((request, response) => void listener(request, response));
  server.listen(0, '127.0.0.1', () => tell({ port: (server.address() as AddressInfo).port }));
}

/** Where to get stuck in the event that now begins; undefined: nowhere. */
export const nextPlace = (): Place | undefined => left.shift();

/** Never returns, and tells the parent. */
export function getStuck(id: string, at: Place): Promise<never> {
  tell({ stuck: { id, at } });
  return new Promise(() => {});
}
