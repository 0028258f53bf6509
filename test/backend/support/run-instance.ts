import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { places, type Place, type Report } from './instances.js';

const left: Place[] = [];
const tell = (report: Report): boolean => process.send!(report);

/**
 * Turns this process into an instance: it serves the handler on its own port, reports the port to
 * its parent, and ends with it. After the message `hold`, the next events get stuck at the points
 * that {@link nextPlace} returns.
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

/** Returns the point where the event that begins now gets stuck, or `undefined` for none. */
export const nextPlace = (): Place | undefined => left.shift();

/** Reports a stuck event to the parent. The returned promise never settles. */
export function getStuck(id: string, at: Place): Promise<never> {
  tell({ stuck: { id, at } });
  return new Promise(() => {});
}
