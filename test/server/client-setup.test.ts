import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FfcServerClient } from '../../src/server/index.js';
import { createTestBackend, credentials, failsWith } from './support/backend.js';

describe('the server client, at its setup,', () => {
  for (const [name, wrong, reason] of [
    ['no endpoint', { endpoint: undefined }, 'missing-endpoint'],
    ['an endpoint that is no URL', { endpoint: 'portal' }, 'invalid-endpoint'],
    ['no key', { apiKey: undefined }, 'missing-credentials'],
    ['an empty secret', { apiSecret: '' }, 'missing-credentials'],
    ['a key with a colon', { apiKey: 'a:b' }, 'missing-credentials'],
    ['a secret of white space', { apiSecret: ' \n' }, 'missing-credentials'],
    ['a secret of two lines', { apiSecret: 'a\nb' }, 'missing-credentials'],
    ['plain http', { endpoint: 'http://portal.flipflop.cloud' }, 'invalid-endpoint'],
    ['plain http to a private address', { endpoint: 'http://10.0.0.1:80' }, 'invalid-endpoint'],
    ['plain http to all addresses', { endpoint: 'http://0.0.0.0' }, 'invalid-endpoint'],
    ['a host like localhost', { endpoint: 'http://localhost.evil.test' }, 'invalid-endpoint'],
    ['a host that ends alike', { endpoint: 'http://evillocalhost' }, 'invalid-endpoint'],
    ['a host like loopback', { endpoint: 'http://127.0.0.1.evil.test' }, 'invalid-endpoint'],
  ] as const) {
    it(`is not made with ${name}`, () => {
      const options = { endpoint: 'sandbox', ...credentials, ...wrong };
      assert.throws(() => new FfcServerClient(options), failsWith({ reason, stage: 'setup' }));
    });
  }

  for (const endpoint of [
    'https://portal.test',
    'http://localhost:8080/base',
    'http://LOCALHOST',
    'http://ffc.localhost',
    'http://127.0.0.1:1',
    'http://127.1',
    'http://[::1]:8080',
  ]) {
    it(`is made for ${endpoint}`, () => {
      assert.ok(new FfcServerClient({ endpoint, ...credentials }));
    });
  }

  it('takes plain http within a network that the app trusts', () => {
    const options = { endpoint: 'http://ffc:8080', ...credentials, allowHttp: true };
    assert.ok(new FfcServerClient(options));
  });

  it('explains why it refuses plain http, and the remedy', () => {
    assert.throws(
      () => new FfcServerClient({ endpoint: 'http://portal.test', ...credentials }),
      /https.*allowHttp/,
    );
  });

  it('takes credentials with white space at their ends, as files have them', async () => {
    const { client } = createTestBackend({
      apiKey: ` ${credentials.apiKey}`,
      apiSecret: `${credentials.apiSecret}\r\n`,
    });
    assert.equal((await client.listRooms()).totalElements, 0);
  });

  it('registers no callback that the receiver would not be made with', async () => {
    const { client, sent } = createTestBackend();
    const url = 'https://app.test/hooks';
    for (const wrong of [
      { id: 'hook', password: 'pass\n' },
      { id: '', password: 'pass' },
      { id: 'a:b', password: 'pass' },
    ]) {
      const refused = failsWith({ reason: 'missing-credentials', stage: 'setup' });
      await assert.rejects(client.registerCallback({ url, ...wrong }), refused);
    }
    assert.equal(sent.length, 0);
  });
});
