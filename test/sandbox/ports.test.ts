import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { createServer, type AddressInfo } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { choosePorts } from '../../sandbox/ports.js';

const host = '127.0.0.1';

async function takenTcp(test: TestContext): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  test.after(() => server.close());
  return (server.address() as AddressInfo).port;
}

async function takenUdp(test: TestContext): Promise<number> {
  const socket = createSocket('udp4');
  await new Promise<void>((resolve) => socket.bind(0, host, resolve));
  test.after(() => socket.close());
  return socket.address().port;
}

describe('the ports of the sandbox', () => {
  it('are free ones, all different, when any will do', async () => {
    const ports = await choosePorts(
      { page: 0, service: 0, livekit: 0, livekitTcp: 0, livekitUdp: 0 },
      host,
    );
    assert.equal(new Set(Object.values(ports)).size, 5);
    assert.deepEqual(await choosePorts(ports, host), ports);
  });

  it('are named when one is taken, with how to choose another', async (test) => {
    const port = await takenTcp(test);
    await assert.rejects(choosePorts({ page: 0, service: port }, host), {
      name: 'PortError',
      message:
        `Port ${port} for the service is taken. ` +
        'Choose another with --service-port or FFC_SERVICE_PORT; 0 takes any that is free.',
    });
  });

  it('are looked at for UDP too', async (test) => {
    const port = await takenUdp(test);
    await assert.rejects(
      choosePorts({ livekitUdp: port }, host),
      /^PortError: Port \d+ for LiveKit's media over UDP is taken/,
    );
    assert.deepEqual(await choosePorts({ livekit: port }, host), { livekit: port });
  });

  it('are let go when one of them is taken', async (test) => {
    const { page } = await choosePorts({ page: 0 }, host);
    const service = await takenTcp(test);
    await assert.rejects(choosePorts({ page, service }, host));
    assert.deepEqual(await choosePorts({ page }, host), { page });
  });

  it('say when the machine does not have the address', async () => {
    await assert.rejects(choosePorts({ page: 0 }, '203.0.113.1'), /--host/);
  });
});
