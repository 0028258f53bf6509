import type { Server } from 'node:http';
import { PortError, type PortName } from './ports.js';

/** Makes a server listen; resolves with the function that closes the server and its connections. */
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
