import { Hono } from 'hono';
import {
  createRoomsGateway,
  createTokenEndpoint,
  createWebhookReceiver,
  type FfcServerClient,
} from '../../src/server/index.js';
import { mayDo } from './roles.js';
import { shareInMemory, type Shared } from './shared.js';
import { whoAsks, type AppUser } from './users.js';

/** The configuration of the page. It holds no secrets. */
export interface PageConfig {
  /** Base URL of the member API. */
  readonly endpoint: string;
  readonly users: readonly AppUser[];
  /** Why calls cannot connect; undefined: they can. */
  readonly mediaOutage: string | undefined;
}

export interface AppBackendOptions {
  readonly client: FfcServerClient;
  readonly users: readonly AppUser[];
  /** The credentials that the webhook callback is registered with. */
  readonly callback: { readonly id: string; readonly password: string };
  /** State that the instances of this backend share. Default: memory, for a single instance. */
  readonly shared?: Shared;
  /**
   * Gives the page its configuration. `hostname` is the one under which the browser reached this
   * backend.
   */
  readonly config: (hostname: string) => PageConfig | Promise<PageConfig>;
}

/**
 * The backend of an app that uses the service, made of the server kit. The API key and secret stay
 * in here.
 *
 * The backend keeps no state of its own. Tokens and rooms belong to the service, and received
 * webhooks are in `shared`. So any of several instances can answer a request.
 */
export function createAppBackend(options: AppBackendOptions) {
  const { client, users, callback, shared = shareInMemory(), config } = options;
  const { seen, log } = shared;

  const token = createTokenEndpoint({ client, authenticate: (request) => whoAsks(users, request) });

  const rooms = createRoomsGateway({
    client,
    authorize: (asked) => {
      const user = whoAsks(users, asked.request);
      return user && mayDo(user);
    },
  });

  const webhooks = createWebhookReceiver({
    ...callback,
    seen,
    onEvent: (event) => log.add(event),
  });

  const backend = new Hono();
  backend.all('/ffc/token', (c) => token(c.req.raw));
  backend.all('/ffc/rooms/*', (c) => rooms(c.req.raw));
  backend.all('/ffc/webhooks', (c) => webhooks(c.req.raw));
  backend.get('/ffc/webhook-log', async (c) => {
    c.header('Cache-Control', 'no-store');
    if (!whoAsks(users, c.req.raw)) return c.json({ errorCode: 'NOT_SIGNED_IN' }, 401);
    return c.json(await log.entries());
  });
  backend.get('/ffc/config', async (c) => {
    c.header('Cache-Control', 'no-store');
    return c.json(await config(new URL(c.req.url).hostname));
  });
  return backend;
}
