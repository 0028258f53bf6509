/**
 * A process with the compared handlers, in Hono and in Node's `http`:
 *
 *     target.ts <address of the service>
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import {
  createTokenEndpoint,
  createWebhookReceiver,
  FfcServerClient,
  toNodeListener,
} from '../../src/server/index.js';
import { credentials, type Addresses } from './paths.js';

const [service = ''] = process.argv.slice(2);
const json = { 'content-type': 'application/json' };
const client = new FfcServerClient({ endpoint: service, ...credentials });
const authenticate = () => ({ appUserId: 'mina', appUserName: 'Mina Kim' });
const token = createTokenEndpoint({ client, authenticate, cache: false });
/** A service without a network, so that only the work of the kit counts. */
const atHand: typeof fetch = () =>
  Promise.resolve(new Response('{"accessToken":"a-token"}', { headers: json }));
const tokenAtHand = createTokenEndpoint({
  client: new FfcServerClient({ endpoint: service, ...credentials, fetch: atHand }),
  authenticate,
  cache: false,
});
const sharedToken = createTokenEndpoint({ client, authenticate });
const webhooks = createWebhookReceiver({ id: 'hook', password: 'secret', onEvent: () => {} });

const app = new Hono();
app.post('/webhooks', (c) => webhooks(c.req.raw));
app.post('/token', (c) => token(c.req.raw));
app.post('/token-at-hand', (c) => tokenAtHand(c.req.raw));
app.post('/shared-token', (c) => sharedToken(c.req.raw));
// The minimum: it only reads and parses the body. The kit's receiver also checks credentials,
// limits the body, validates fields and detects repeated webhooks, which explains its ratio.
app.post('/bare/webhooks', async (c) => {
  await c.req.json();
  return c.body(null, 204);
});
const bareToken = (send: typeof fetch) => async (c: Context) => {
  const answer = await send(`${service}/v2/apps/me/members/login`, {
    method: 'POST',
    headers: { authorization: 'Basic a2V5OnNlY3JldA==', ...json },
    body: JSON.stringify(authenticate()),
  });
  const { accessToken } = (await answer.json()) as { accessToken: string };
  return c.json({ accessToken });
};
app.post('/bare/token', bareToken(fetch));
app.post('/bare/token-at-hand', bareToken(atHand));
app.post('/bare/answer', (c) => c.json({ accessToken: 'a-token' }));

const [onWebhook, onToken] = [toNodeListener(webhooks), toNodeListener(token)];
const node = createServer((request, response) => {
  (request.url === '/token' ? onToken : onWebhook)(request, response);
});
node.listen(0, '127.0.0.1', () => {
  serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
    const addresses: Addresses = { hono: port, node: (node.address() as AddressInfo).port };
    process.send?.(addresses);
  });
});
process.on('disconnect', () => process.exit());
