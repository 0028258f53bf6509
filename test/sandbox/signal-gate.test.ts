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

/** Sends text to an echo server. Resolves with the echo, or `undefined` at the connection's end. */
async function says(socket: Socket, text: string): Promise<string | undefined> {
  const answered = once(socket, 'data').then(([data]) => String(data));
  const ended = socket.closed ? undefined : once(socket, 'close').then(() => undefined);
  socket.write(text);
  return Promise.race([ended, answered]);
}

const connectionsOf = (server: Server): Promise<number> =>
  new Promise((resolve) => server.getConnections((_error, count) => resolve(count)));

/** A gate in front of two nodes. Each node sends its name to every new connection. */
async function setUpTwo(test: TestContext) {
  const nodes = await Promise.all(
    ['one', 'two'].map(async (name) => {
      const node = createServer((socket) => {
        socket.on('error', () => {}).once('data', () => socket.write(name));
      });
      node.listen(0, host);
      await once(node, 'listening');
      test.after(() => node.close());
      return { node, port: (node.address() as AddressInfo).port };
    }),
  );
  const [one, two] = nodes;
  assert.ok(one && two);
  const gate = new SignalGate({ host, port: one.port }, { host, port: two.port });
  await gate.open({ host, port: 0 });
  test.after(() => gate.close());

  const ask = async (more = ''): Promise<{ socket: Socket; name: string | undefined }> => {
    const socket = connect(gate.port ?? NaN, host).on('error', () => {});
    test.after(() => socket.destroy());
    return { socket, name: await says(socket, `GET /rtc HTTP/1.1\r\n${more}\r\n`) };
  };
  return { gate, one, two, ask, call: () => ask('Upgrade: websocket\r\n') };
}

describe('the gate before several nodes', () => {
  it('leads each call to the next node, independent of other requests', async (test) => {
    const { gate, one, two, ask, call } = await setUpTwo(test);
    const names = [];
    for (let n = 0; n < 3; n++) {
      names.push((await call()).name);
      await ask();
    }
    assert.deepEqual(names, ['one', 'two', 'one']);
    assert.deepEqual(
      [one, two].map(({ port }) => gate.callsBy(port)),
      [2, 1],
    );
  });

  it('leads to the other when one does not answer', async (test) => {
    const { one, two, call, gate } = await setUpTwo(test);
    const { socket } = await call();
    const ended = once(socket, 'close');
    socket.destroy();
    await ended;
    one.node.close();
    await once(one.node, 'close');
    assert.deepEqual([(await call()).name, (await call()).name], ['two', 'two']);
    assert.equal(gate.callsBy(two.port), 2);
  });

  it('turns calls away when none of them answers', async (test) => {
    const { one, two, call } = await setUpTwo(test);
    one.node.close();
    two.node.close();
    assert.equal((await call()).name, undefined);
  });
});

describe('the gate before signalling', () => {
  it('carries data in both directions', async (test) => {
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
