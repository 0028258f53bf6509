import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { SignalGate } from '../../sandbox/livekit/signal-gate.js';

const host = '127.0.0.1';

async function setUp(test: TestContext) {
  const server = createServer((socket) => socket.on('error', () => {}).pipe(socket));
  server.listen(0, host);
  await once(server, 'listening');
  const gate = new SignalGate({ host, port: (server.address() as AddressInfo).port });
  await gate.open({ host, port: 0 });
  test.after(() => gate.close());
  test.after(() => server.close());

  const come = async (): Promise<Socket> => {
    const socket = connect(gate.port ?? NaN, host).on('error', () => {});
    test.after(() => socket.destroy());
    await once(socket, 'connect');
    return socket;
  };
  return { gate, server, come };
}

/** What an echo gives back; undefined: the connection has ended. */
async function says(socket: Socket, text: string): Promise<string | undefined> {
  const answered = once(socket, 'data').then(([data]) => String(data));
  const ended = socket.closed ? undefined : once(socket, 'close').then(() => undefined);
  socket.write(text);
  return Promise.race([ended, answered]);
}

const connectionsOf = (server: Server): Promise<number> =>
  new Promise((resolve) => server.getConnections((_error, count) => resolve(count)));

describe('the gate before signalling', () => {
  it('carries what is said in both directions', async (test) => {
    const { come } = await setUp(test);
    const [one, other] = await Promise.all([come(), come()]);
    assert.equal(await says(one, 'one'), 'one');
    assert.equal(await says(other, 'other'), 'other');
  });

  it('cuts all connections at once, on both sides, and says how many', async (test) => {
    const { gate, come, server } = await setUp(test);
    const sockets = await Promise.all([come(), come()]);
    for (const socket of sockets) await says(socket, 'here');
    let hits = 0;
    gate.block(() => hits++);
    await Promise.all(sockets.map((socket) => once(socket, 'close')));
    assert.equal(hits, 2);
    while ((await connectionsOf(server)) > 0) await new Promise(setImmediate);
  });

  it('lets nobody through for as long as any block is left', async (test) => {
    const { gate, come } = await setUp(test);
    let hits = 0;
    const lifts = [gate.block(() => hits++), gate.block(() => {})];
    assert.equal(await says(await come(), 'first'), undefined);
    lifts.pop()?.();
    assert.equal(await says(await come(), 'second'), undefined);
    lifts.pop()?.();
    assert.equal(await says(await come(), 'third'), 'third');
    assert.equal(hits, 2);
  });

  it('ends the connections to a server that has gone, and finds it when it is back', async (test) => {
    const { come, server } = await setUp(test);
    const { port } = server.address() as AddressInfo;
    const connected = once(server, 'connection') as Promise<[Socket]>;
    const socket = await come();
    const [upstream] = await connected;
    const ended = once(socket, 'close');
    server.close();
    upstream.destroy();
    await ended;
    assert.equal(await says(await come(), 'anybody?'), undefined);
    server.listen(port, host);
    await once(server, 'listening');
    assert.equal(await says(await come(), 'again'), 'again');
  });

  it('ends with all that goes through it', async (test) => {
    const { gate, come } = await setUp(test);
    const { port } = gate;
    assert.ok(port);
    const socket = await come();
    const ended = once(socket, 'close');
    await gate.close();
    await ended;
    await assert.rejects(once(connect(port, host), 'connect'), { code: 'ECONNREFUSED' });
  });
});
