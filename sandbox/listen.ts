import type { Server } from 'node:http';
import { PortError, type PortName } from './ports.js';

/** Lets a server listen; gives back what closes it and all of its connections. */
export async function listen(
  server: Server,
  name: PortName,
  port: number,
  host: string,
): Promise<() => Promise<void>> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new PortError(name, port, host, error.code));
    });
    server.listen(port, host, resolve);
  });
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
}
