import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

const host = '127.0.0.1';

/** Starts one port in front of several. Each connection goes to the next port that accepts it. */
export async function startBalancer(ports: readonly number[]) {
  let turn = 0;
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    // A `close` event follows every error, and only that one matters.
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  };
  const forward = (client: Socket, left: number): void => {
    if (left === 0) {
      client.destroy();
      return;
    }
    const upstream = connect(ports[turn++ % ports.length]!, host);
    keep(upstream);
    const next = (): void => forward(client, left - 1);
    upstream.once('close', next);
    upstream.once('connect', () => {
      upstream.off('close', next);
      upstream.once('close', () => client.destroy());
      client.once('close', () => upstream.destroy());
      upstream.pipe(client).pipe(upstream);
    });
  };
  const server = createServer((client) => {
    keep(client);
    forward(client, ports.length);
  });
  server.listen(0, host);
  await once(server, 'listening');
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
