import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { it } from 'node:test';
import { createTokenEndpoint, FfcServerClient } from '../../src/server/index.js';
import { credentials } from './support/backend.js';
import { withServer } from './support/with-server.js';

it('calls of the service go over connections that are kept, also after failures', async () => {
  const answers: [status: number, body: string][] = [
    [200, '{"accessToken":"a-token"}'],
    [400, '{"errorCode":"NO"}'],
    [500, 'x'.repeat(100_000)],
    [307, 'elsewhere'],
  ];
  let calls = 0;
  const service = createServer((request, response) => {
    request.resume();
    const [status, body] = answers[calls++ % answers.length]!;
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  });
  let connections = 0;
  service.on('connection', () => connections++);
  await withServer(service, async (endpoint) => {
    const client = new FfcServerClient({ endpoint, ...credentials });
    const token = createTokenEndpoint({
      client,
      cache: false,
      authenticate: () => ({ appUserId: 'mina' }),
      onError: () => {},
    });
    for (let number = 0; number < 40; number++) {
      await token(new Request('https://app.test/ffc/token', { method: 'POST' }));
    }
  });
  assert.ok(calls >= 40);
  // Node sometimes opens another connection, because the last one is not yet free.
  assert.ok(connections <= 4, `${connections} connections for ${calls} calls`);
});
