import { Hono } from 'hono';
import type { AppUser, ServerClient } from './server-client.js';

/** What the page has to know. Everything in it is public. */
export interface PageConfig {
  /** Base URL of the member API. */
  readonly endpoint: string;
  readonly users: readonly AppUser[];
  /** Why calls cannot connect; undefined: they can. */
  readonly mediaOutage: string | undefined;
}

export interface AppBackendOptions {
  readonly client: ServerClient;
  readonly users: readonly AppUser[];
  /** `hostname` is the one under which the browser reached this backend. */
  readonly config: (hostname: string) => PageConfig;
}

/**
 * A small backend of an app that uses the service: it knows its users, and hands each one the
 * member access token that the service gives for them. The API key and secret stay in here.
 *
 * Real apps know their user by a session; here the page says who it is (`?user=`), so that two
 * tabs of one browser can be two people.
 */
export function createAppBackend({ client, users, config }: AppBackendOptions) {
  const backend = new Hono();

  backend.use(async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
  });

  backend.get('/ffc/config', (c) => c.json(config(new URL(c.req.url).hostname)));

  backend.post('/ffc/token', async (c) => {
    if (isCrossSite(c.req.raw)) return c.text('Only pages of this app may ask for a token.', 403);
    const user = users.find(({ appUserId }) => appUserId === c.req.query('user'));
    if (!user) return c.text('Nobody is signed in.', 401);
    return c.text(await client.login(user));
  });

  return backend;
}

function isCrossSite(request: Request): boolean {
  const site = request.headers.get('Sec-Fetch-Site');
  if (site) return site !== 'same-origin';
  const origin = request.headers.get('Origin');
  return origin !== null && origin !== new URL(request.url).origin;
}
