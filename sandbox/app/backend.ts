import { Hono } from 'hono';
import {
  createRoomsGateway,
  createTokenEndpoint,
  createWebhookReceiver,
  type FfcServerClient,
  type SeenStore,
} from '../../src/server/index.js';
import { mayDo } from './roles.js';
import { whoAsks, type AppUser } from './users.js';
import { WebhookLog } from './webhook-log.js';

/** What the page has to know. Everything in it is public. */
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
  /** What several instances of this backend share. Default: this process's memory, for one. */
  readonly seen?: SeenStore;
  /** `hostname` is the one under which the browser reached this backend. */
  readonly config: (hostname: string) => PageConfig;
}

/**
 * The backend of an app that uses the service, made of the server kit. The API key and secret
 * stay in here.
 *
 * What it remembers itself is the log of webhooks, which is only looked at, and, unless it is
 * given another store, which webhooks it has seen.
 */
export function createAppBackend({ client, users, callback, seen, config }: AppBackendOptions) {
  const log = new WebhookLog();

  const token = createTokenEndpoint({ client, authenticate: (request) => whoAsks(users, request) });

  const rooms = createRoomsGateway({
    client,
    authorize: (asked) => {
      const user = whoAsks(users, asked.request);
      return user && mayDo(user, asked);
    },
  });

  const webhooks = createWebhookReceiver({
    ...callback,
    ...(seen && { seen }),
    onEvent: (event) => log.add(event),
  });

  const backend = new Hono();
  backend.all('/ffc/token', (c) => token(c.req.raw));
  backend.all('/ffc/rooms/*', (c) => rooms(c.req.raw));
  backend.all('/ffc/webhooks', (c) => webhooks(c.req.raw));
  backend.get('/ffc/webhook-log', (c) => {
    c.header('Cache-Control', 'no-store');
    if (!whoAsks(users, c.req.raw)) return c.json({ errorCode: 'NOT_SIGNED_IN' }, 401);
    return c.json(log.entries);
  });
  backend.get('/ffc/config', (c) => {
    c.header('Cache-Control', 'no-store');
    return c.json(config(new URL(c.req.url).hostname));
  });
  return backend;
}
