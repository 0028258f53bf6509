import assert from 'node:assert/strict';
import { createServer, type AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { choosePorts } from '../../sandbox/ports.js';
import { findRedis } from '../../scripts/find-redis.js';
import {
  anyPorts,
  cli,
  isOpen,
  otherLiveKit,
  portIn,
  start,
  startCli,
  until,
} from './support/processes.js';

describe('npm start', () => {
  it('ends its output with the address of the page', async (test) => {
    const { line, lines, child } = startCli(test, anyPorts, otherLiveKit);
    await line(/^Ready: http:\/\/127\.0\.0\.1:\d+\/$/);
    assert.deepEqual(
      lines.map((text) => text.replace(/\d{2,}/g, 'N')),
      [
        'LiveKit: ws://127.0.0.1:2, from FFC_LIVEKIT_URL.',
        'Warning: calls cannot connect: it does not answer (connect ECONNREFUSED 127.0.0.1:2).',
        'Rooms show who is in when it sends its webhooks to http://127.0.0.1:N/livekit/webhooks.',
        'Recording is played: rooms say that they are recorded, but nothing is (FFC_LIVEKIT_EGRESS).',
        'Service: http://127.0.0.1:N',
        'Ready: http://127.0.0.1:N/',
      ].map((text) => text.replace(/127/g, 'N')),
    );
    child.kill('SIGTERM');
  });

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`stops all that it started on ${signal}`, async (test) => {
      const media = await mediaPort();
      const { line, ended, child } = startCli(test, [...anyPorts, media.option]);
      const ports = [
        await line(/^LiveKit: ws:/),
        await line(/^Service:/),
        await line(/^Ready:/),
      ].map(portIn);
      assert.deepEqual(await Promise.all(ports.map((port) => isOpen(port))), [true, true, true]);
      assert.equal(await media.isFree(), false);
      child.kill(signal);
      assert.equal(await ended, 0);
      assert.deepEqual(await Promise.all(ports.map((port) => isOpen(port))), [false, false, false]);
      assert.equal(await media.isFree(), true);
    });
  }

  it('leaves no LiveKit behind when it is killed', async (test) => {
    const media = await mediaPort();
    const { line, ended, child } = startCli(test, [...anyPorts, media.option]);
    await line(/^LiveKit: ws:/);
    assert.equal(await media.isFree(), false);
    child.kill('SIGKILL');
    assert.equal(await ended, 'SIGKILL');
    await until(media.isFree);
  });

  it('ends with the process that started it', async (test) => {
    const shell = start(
      test,
      'sh',
      ['-c', `"$0" --import tsx ${cli} ${anyPorts.join(' ')}; true`, process.execPath],
      otherLiveKit,
    );
    const port = portIn(await shell.line(/^Ready:/));
    shell.child.kill('SIGKILL');
    await until(async () => !(await isOpen(port)));
  });

  for (const signal of ['SIGKILL', 'SIGHUP'] as const) {
    it(`leaves nothing running when npm alone gets ${signal}`, async (test) => {
      const media = await mediaPort();
      const npm = start(test, 'npm', ['start', '--', ...anyPorts, media.option]);
      const ports = [
        await npm.line(/^LiveKit: ws:/),
        await npm.line(/^Service:/),
        await npm.line(/^Ready:/),
      ].map(portIn);
      assert.equal(await media.isFree(), false);
      npm.child.kill(signal);
      await until(async () => {
        const open = await Promise.all(ports.map((port) => isOpen(port)));
        return !open.includes(true) && (await media.isFree());
      });
      // npm's output stays open until every process that npm has started ends.
      await npm.ended;
    });
  }

  it('leaves nothing of a cluster running when npm is killed', async (test) => {
    await findRedis();
    const npm = start(test, 'npm', ['start', '--', ...anyPorts, '--cluster']);
    const redis = portIn(await npm.line(/^Cluster: 2 LiveKit servers share a Redis/));
    await npm.line(/^Ready:/);
    assert.equal(await isOpen(redis), true);
    npm.child.kill('SIGKILL');
    await until(async () => !(await isOpen(redis)));
    // npm's output stays open until the instances of the backend end.
    await npm.ended;
  });

  it('names the port that is taken, and leaves nothing running', async (test) => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    test.after(() => taken.close());
    const { port } = taken.address() as AddressInfo;
    const { ended, lines } = startCli(test, [...anyPorts, `--livekit-port=${port}`]);
    assert.equal(await ended, 1);
    assert.deepEqual(lines, [
      `Port ${port} for LiveKit is taken. ` +
        'Choose another with --livekit-port or FFC_LIVEKIT_PORT; 0 takes any that is free.',
    ]);
  });

  for (const [fault, env, said] of [
    [
      'an address of LiveKit that is none',
      { ...otherLiveKit, FFC_LIVEKIT_URL: 'ws://127.0.0.1:notaport' },
      'FFC_LIVEKIT_URL is not a ws(s) or http(s) address.',
    ],
    [
      'an address of LiveKit that holds a password',
      { ...otherLiveKit, FFC_LIVEKIT_URL: 'ws://me:hush@127.0.0.1:2' },
      'FFC_LIVEKIT_URL must not hold a user or a password.',
    ],
    [
      'half of what LiveKit needs',
      { FFC_LIVEKIT_URL: 'ws://127.0.0.1:2' },
      'FFC_LIVEKIT_URL, FFC_LIVEKIT_KEY and FFC_LIVEKIT_SECRET go together: set all or none.',
    ],
    [
      'a Redis that is not there',
      { ...otherLiveKit, FFC_REDIS_URL: 'redis://:hush@127.0.0.1:2' },
      'FFC_REDIS_URL does not lead to a Redis: connect ECONNREFUSED 127.0.0.1:2.',
    ],
    [
      'an address of Redis that is none',
      { ...otherLiveKit, FFC_REDIS_URL: 'hush' },
      'FFC_REDIS_URL does not lead to a Redis: Invalid URL.',
    ],
  ] as const) {
    it(`tells ${fault} in one line`, async (test) => {
      const { ended, lines } = startCli(test, anyPorts, env);
      assert.equal(await ended, 1);
      assert.equal(lines.at(-1), said);
      assert.doesNotMatch(lines.join('\n'), /^ +at |hush/m);
    });
  }

  it('refuses a cluster of a LiveKit that is not its own', async (test) => {
    const { ended, lines } = startCli(test, [...anyPorts, '--cluster'], otherLiveKit);
    assert.equal(await ended, 1);
    assert.deepEqual(lines, ['--cluster runs its own LiveKit servers: unset FFC_LIVEKIT_URL.']);
  });

  it('warns that it is open to the network, and names its addresses', async (test) => {
    const { line, lines } = startCli(test, [...anyPorts, '--host=0.0.0.0'], otherLiveKit);
    await line(/^Ready: http:\/\/127\.0\.0\.1:/);
    const text = lines.join('\n');
    assert.match(text, /^Warning: the page, the service and LiveKit are open on all addresses/m);
    assert.match(text, /^Others reach the page at http:\/\/[\d.]+:\d+\/.* no camera/m);
    assert.match(lines.at(-1) ?? '', /^Ready:/);
  });

  it('takes ports from the environment, and from the options before that', async (test) => {
    const { ended, lines } = startCli(test, ['--service-port=70000'], {
      FFC_PORT: '0',
      FFC_SERVICE_PORT: '0',
    });
    assert.equal(await ended, 1);
    assert.deepEqual(lines, [
      '--service-port (FFC_SERVICE_PORT) takes a number from 0 to 65535, not "70000".',
    ]);
  });

  it('explains itself', async (test) => {
    const { ended, lines } = startCli(test, ['--help']);
    assert.equal(await ended, 0);
    const text = lines.join('\n');
    for (const option of ['--port', '--service-port', '--livekit-udp-port', '--host', 'FFC_PORT']) {
      assert.ok(text.includes(option), option);
    }
  });

  it('refuses an option that it does not know', async (test) => {
    const { ended, lines } = startCli(test, ['--prot=1']);
    assert.equal(await ended, 1);
    assert.match(lines[0] ?? '', /Unknown option '--prot'/);
  });
});

/** A media port of LiveKit. Its signalling port is hidden behind the sandbox. */
async function mediaPort() {
  const host = '127.0.0.1';
  const ports = await choosePorts({ livekitUdp: 0 }, host);
  return {
    option: `--livekit-udp-port=${ports.livekitUdp}`,
    isFree: () =>
      choosePorts(ports, host).then(
        () => true,
        () => false,
      ),
  };
}
