import { expect } from '@open-wc/testing';
import { resolveEndpoint } from '../../../src/api/endpoint.js';
import { thrownBy } from './support.js';

describe('resolveEndpoint', () => {
  const good: [string, string][] = [
    ['sandbox', 'https://api-sandbox.flipflop.cloud'],
    ['production', 'https://api.flipflop.cloud'],
    ['http://127.0.0.1:4000/', 'http://127.0.0.1:4000'],
    [' https://gateway.test/ffc// ', 'https://gateway.test/ffc'],
  ];
  for (const [endpoint, base] of good) {
    it(`resolves "${endpoint}" to ${base}`, () => {
      expect(resolveEndpoint(endpoint)).to.equal(base);
    });
  }

  for (const endpoint of [undefined, '', '  ']) {
    it(`says that ${JSON.stringify(endpoint)} is missing`, async () => {
      const error = await thrownBy(() => resolveEndpoint(endpoint));
      expect(error).to.include({ reason: 'missing-endpoint', stage: 'setup', retryable: false });
    });
  }

  const bad = [
    'staging',
    'toString',
    '/api',
    '//api.test',
    'javascript:alert(1)',
    'ftp://api.test',
    'https://',
    'https://api.test/?key=1',
    'https://api.test/#top',
  ];
  for (const endpoint of bad) {
    it(`refuses "${endpoint}"`, async () => {
      const error = await thrownBy(() => resolveEndpoint(endpoint));
      expect(error).to.include({ reason: 'invalid-endpoint', stage: 'setup' });
    });
  }

  it('refuses a URL with a password, and does not repeat it', async () => {
    const error = await thrownBy(() => resolveEndpoint('https://user:s3cret@api.test'));
    expect(error.reason).to.equal('invalid-endpoint');
    expect(error.message).not.to.contain('s3cret');
  });
});
