import assert from 'node:assert/strict';
import { request } from 'node:http';
import { hostname } from 'node:os';
import { after, before, describe, it } from 'node:test';
import { meantHosts } from '../../sandbox/meant-hosts.js';
import { networkWarning } from '../../sandbox/network-warning.js';
import { startSandbox, type Sandbox } from '../../sandbox/start.js';
import { otherLiveKit, plainEnv, portIn } from './support/processes.js';

const foreign = ['evil.test', 'evil.test:7800', '127.0.0.1.evil.test', 'localhost.evil.test'];
const broken = [
  undefined,
  '',
  ':',
  '::',
  'a b',
  'localhost@evil.test',
  'localhost/..',
  'localhost#',
];

describe('the host names that a page accepts', () => {
  it('are those of this machine, when it can be reached from there only', () => {
    const isMeant = meantHosts('127.0.0.1');
    for (const name of ['127.0.0.1', 'localhost:7800', 'LOCALHOST', '[::1]:7800', 'a.localhost']) {
      assert.equal(isMeant(name), true, name);
    }
    for (const name of [...foreign, ...broken, '192.168.1.2', hostname() + '.test']) {
      assert.equal(isMeant(name), false, name);
    }
  });

  it('are all addresses, when it listens on all of them, and the name of the machine', () => {
    const isMeant = meantHosts('0.0.0.0');
    for (const name of ['localhost', '192.168.1.2:7800', '[fe80::1]', hostname()]) {
      assert.equal(isMeant(name), true, name);
    }
    for (const name of [...foreign, ...broken]) assert.equal(isMeant(name), false, name);
  });

  it('are the one address that it listens on, and those that are allowed', () => {
    const isMeant = meantHosts('192.168.1.2', ['My.Tunnel.test']);
    assert.deepEqual(
      ['192.168.1.2:80', '192.168.1.3', 'my.tunnel.test', 'tunnel.test'].map(isMeant),
      [true, false, true, false],
    );
  });
});

describe('the page of a sandbox', () => {
  let sandbox: Sandbox;

  before(async () => {
    const env = { ...plainEnv, ...otherLiveKit };
    sandbox = await startSandbox({ env, allowedHosts: ['tunnel.test'] });
  });

  after(() => sandbox.stop());

  const ask = (path: string, host: string, method = 'POST'): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const options = { port: portIn(sandbox.url), path, method, headers: { Host: host } };
      const asking = request({ host: '127.0.0.1', ...options }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      asking.on('error', reject).end();
    });

  it('gives no token under the name of another', async () => {
    assert.equal(await ask('/ffc/token?user=mina', 'evil.test'), 421);
    assert.equal(await ask('/ffc/webhook-log?user=mina', 'evil.test', 'GET'), 421);
    assert.equal(await ask('/', 'evil.test', 'GET'), 421);
    assert.equal(await ask('/ffc/token?user=mina', `localhost:${portIn(sandbox.url)}`), 200);
    assert.equal(await ask('/ffc/token?user=mina', 'tunnel.test'), 200);
  });
});

describe('the warning about an open network', () => {
  it('is not needed where nothing is', () => {
    assert.deepEqual(networkWarning('127.0.0.1', { page: 7800 }), []);
    assert.deepEqual(networkWarning('::1', { page: 7800 }), []);
  });

  it('names the address that others reach', () => {
    assert.match(networkWarning('192.168.1.2', { page: 7800 }).join('\n'), /192\.168\.1\.2:7800\//);
    assert.doesNotMatch(networkWarning('0.0.0.0', { page: 7800 }).join('\n'), /\/\/0\.0\.0\.0/);
  });
});
