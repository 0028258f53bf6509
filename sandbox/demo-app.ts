import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { FfcServerClient } from '../src/server/index.js';
import { isWildcard, outerAddress, reachable, urlOf } from './addresses.js';
import { createAppBackend, type PageConfig } from './app/backend.js';
import { startInstances, type InstanceSetup } from './app/instances.js';
import { createPageServer } from './app/page-server.js';
import { contentSecurityPolicy } from './app/policy.js';
import { shareInMemory, shareInRedis, type Shared } from './app/shared.js';
import { demoRooms } from './demo/rooms.js';
import { demoUsers } from './demo/users.js';
import { listen } from './listen.js';
import type { MediaServer } from './livekit/media-server.js';
import { reasonOf } from './livekit/find.js';
import type { Report } from './livekit/report.js';
import { meantHosts } from './meant-hosts.js';
import type { Ports } from './ports.js';
import { StartError } from './start-error.js';

export interface DemoAppOptions {
  readonly host: string;
  /** Further host names under which requests for the page are answered, besides its address. */
  readonly allowedHosts: readonly string[];
  readonly ports: Ports;
  readonly live: boolean;
  /** The folder of the built page. Undefined: the one beside this bundle, or the source. */
  readonly pageFolder: string | undefined;
  /** The service, and the credentials of the app there. */
  readonly service: InstanceSetup['service'];
  readonly livekit: MediaServer;
  /** Whether the demo's rooms still have to be created. */
  readonly isNew: boolean;
  /** The Redis in which the backend keeps webhooks. Undefined: it keeps them in its own memory. */
  readonly redisUrl: string | undefined;
  /** How many instances of the backend answer. More than one needs a Redis. */
  readonly instances: number;
  readonly report: Report;
}

/**
 * Serves the demo app and creates its users and rooms; resolves with the function that stops it.
 */
export async function serveDemoApp(options: DemoAppOptions): Promise<() => Promise<void>> {
  const { host, allowedHosts, ports, live, pageFolder, service, livekit, isNew } = options;
  const client = new FfcServerClient(service);
  const url = `${urlOf('http', reachable(host), ports.page)}/`;
  const outer = isWildcard(host) ? outerAddress() : host;
  const users = demoUsers(`${urlOf('http', outer, ports.page)}/`);
  for (const user of users) await client.login(user);
  if (isNew) for (const room of demoRooms(Date.now())) await client.createRoom(room);

  const endpoint = (hostname: string): string =>
    urlOf('http', isWildcard(host) ? hostname : host, ports.service);
  const callback = { id: 'sandbox', password: randomBytes(24).toString('base64url') };
  const config = (hostname: string): PageConfig => ({
    endpoint: endpoint(hostname),
    users,
    mediaOutage: livekit.outage(),
  });
  const closers: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    const backend = await startBackend({ ...options, client, users, callback, config });
    closers.push(backend.stop);
    const page = await createPageServer({
      backend: backend.handle,
      isMeant: meantHosts(host, allowedHosts),
      policy: (hostname) =>
        contentSecurityPolicy({
          endpoint: endpoint(hostname),
          mediaUrl: livekit.browserUrl(hostname),
        }),
      live,
      pageFolder,
    });
    closers.push(page.close);
    closers.push(await listen(page.server, 'page', ports.page, host));
    await client.registerCallback({ url: `${url}ffc/webhooks`, ...callback });
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}

async function share(url: string, report: Report): Promise<Shared> {
  try {
    return await shareInRedis({ url, report });
  } catch (cause) {
    // The address may hold a password.
    throw new StartError(`FFC_REDIS_URL does not lead to a Redis: ${reasonOf(cause)}.`, { cause });
  }
}

interface Backend {
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  readonly stop: () => Promise<void>;
}

interface BackendOptions extends DemoAppOptions {
  readonly client: FfcServerClient;
  readonly users: ReturnType<typeof demoUsers>;
  readonly callback: { readonly id: string; readonly password: string };
  readonly config: (hostname: string) => PageConfig;
}

/** The backend in this process, or its instances in processes of their own. */
async function startBackend(options: BackendOptions): Promise<Backend> {
  const { service, client, users, callback, config, redisUrl, instances, report } = options;
  if (instances > 1 && redisUrl) {
    const { host, allowedHosts } = options;
    const setup = { service, redisUrl, users, callback, host, allowedHosts };
    return startInstances(instances, setup, config);
  }
  const shared = redisUrl ? await share(redisUrl, report) : shareInMemory();
  const backend = createAppBackend({ client, users, callback, shared, config });
  const listener = getRequestListener((request) => backend.fetch(request), {
    overrideGlobalObjects: false,
  });
  return {
    handle: (request, response) => void listener(request, response),
    stop: () => Promise.resolve(shared.close()),
  };
}
