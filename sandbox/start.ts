import { randomBytes } from 'node:crypto';
import { createAdaptorServer } from '@hono/node-server';
import type { Server } from 'node:http';
import { isLoopback, reachable, urlOf } from './addresses.js';
import { sandboxPorts, startCalls } from './calls.js';
import { serveDemoApp } from './demo-app.js';
import { demoApps, type Secret } from './demo/apps.js';
import { listen } from './listen.js';
import type { MediaServer } from './livekit/media-server.js';
import type { Report } from './livekit/report.js';
import { networkWarning } from './network-warning.js';
import type { Ports } from './ports.js';
import type { AppRecord } from './service/records.js';
import { createSandboxService, mediaWebhookPath } from './service/service.js';
import { openStateFile } from './state-file.js';

export interface SandboxOptions {
  /** The address to listen on. Default `127.0.0.1`: this machine only. */
  readonly host?: string;
  /** Further host names for the page, besides `host`: those of a tunnel or a proxy. */
  readonly allowedHosts?: readonly string[];
  /**
   * Port numbers; 0 or absent: any free one. An absent `livekitTcp` means no media over TCP when
   * `host` is a loopback address, because LiveKit opens that port on all addresses.
   */
  readonly ports?: Partial<Ports>;
  /** Called with progress, one line at a time. Default: progress is not reported. */
  readonly report?: Report;
  /**
   * The environment that chooses a LiveKit server, and a Redis for the shared state of the app's
   * instances. Default `process.env`.
   */
  readonly env?: NodeJS.ProcessEnv;
  /** Whether open pages reload when their source changes. Default `false`. */
  readonly live?: boolean;
  /**
   * A folder with the page as `vite build --mode sandbox-page` makes it, which loads faster than
   * its source. Default: the page beside this bundle, or the source where this is no bundle.
   */
  readonly pageFolder?: string | undefined;
  /**
   * A SQLite file that keeps rooms, members, messages, callbacks, keys, pending webhooks and the
   * last push events over restarts. It is created when it does not exist. Default: nothing is kept.
   */
  readonly stateFile?: string;
  /** The lifetime of member access tokens, in seconds. Default 24 hours. */
  readonly tokenLifetime?: number;
  /**
   * Whether two LiveKit servers that share a Redis carry the calls, and two instances of the app's
   * backend answer. This tests on one machine how several would behave. Default `false`.
   */
  readonly cluster?: boolean;
  /** Aborts the start; all that was started is stopped. */
  readonly signal?: AbortSignal;
}

/** A sandbox that runs. */
export interface Sandbox {
  /** The demo app's page, with a slash at its end. */
  readonly url: string;
  /** Base URL of the member API and of the server API. */
  readonly serviceUrl: string;
  readonly apiKey: string;
  readonly apiSecret: string;
  /** All apps: the demo's, and a second one that sees nothing of it. */
  readonly apps: readonly AppRecord[];
  readonly livekit: MediaServer;
  /** Stops everything that was started. */
  stop(): Promise<void>;
}

/**
 * Starts a whole FlipFlop Cloud on this machine: the service, a LiveKit server, an app's backend
 * and its page, with demo data. Throws a `StartError` that names the obstacle.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { signal, report = () => {}, env = process.env, live = false, cluster = false } = options;
  const host = options.host === 'localhost' ? '127.0.0.1' : (options.host ?? '127.0.0.1');
  const closers: Close[] = [];
  const stop = async (): Promise<void> => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    const state = options.stateFile ? openStateFile(options.stateFile) : undefined;
    if (state) closers.push(() => Promise.resolve(state.close()));
    const secret: Secret = state?.secret ?? ((_name, bytes) => randomBytes(bytes));
    const ports = await sandboxPorts(host, options.ports, env);
    const serviceUrl = urlOf('http', reachable(host), ports.service);
    const webhookUrl = serviceUrl + mediaWebhookPath;

    let onDied = (): void => {};
    const died = (): void => onDied();
    const media = { host, ports, cluster, webhookUrl, report, env, signal, onDied: died };
    const calls = await startCalls(media);
    closers.push(() => calls.stop());
    const { livekit } = calls;

    const [app, otherApp] = demoApps(secret);
    const { apiKey, apiSecret } = app;
    const apps = [app, otherApp];
    const service = createSandboxService({
      apps,
      tokenSecret: secret('token', 32),
      ...(state && { store: state.store }),
      ...(options.tokenLifetime && { tokenLifetime: options.tokenLifetime }),
      media: livekit.media,
      onError: (message, cause) =>
        report(`Service: ${message} ${cause instanceof Error ? cause.message : ''}`),
      report,
      pageUrl: urlOf('http', reachable(host), ports.page),
      mayControl: (request) => isLoopback(host) && isFromThisMachine(request),
    });
    closers.push(() => Promise.resolve(service.stop()));
    onDied = service.mediaStopped;
    // A state file may list calls of an earlier media server, which have ended since.
    service.mediaStopped();
    const { fetch } = service;
    const server = createAdaptorServer({ fetch, overrideGlobalObjects: false }) as Server;
    closers.push(await listen(server, 'service', ports.service, host));

    const url = `${urlOf('http', reachable(host), ports.page)}/`;
    closers.push(
      await serveDemoApp({
        host,
        ports,
        allowedHosts: options.allowedHosts ?? [],
        live,
        pageFolder: options.pageFolder,
        livekit,
        report,
        // `host` may be an address on the network, for which the sandbox has no certificate.
        service: { endpoint: serviceUrl, apiKey, apiSecret, allowHttp: true },
        isNew: state?.isNew ?? true,
        redisUrl: env['FFC_REDIS_URL'] || calls.redisUrl,
        instances: cluster ? 2 : 1,
      }),
    );
    networkWarning(host, ports).forEach((line) => report(line));
    signal?.throwIfAborted();
    return { url, serviceUrl, apiKey, apiSecret, apps, livekit, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Close = () => Promise<void>;

/**
 * Whether a request comes from this machine and not from a page of another origin. Web pages must
 * not control the sandbox, not even those whose host name resolves to this machine.
 */
function isFromThisMachine({ url, headers }: Request): boolean {
  const { hostname, origin } = new URL(url);
  const asks = headers.get('Origin') ?? origin;
  const site = headers.get('Sec-Fetch-Site') ?? 'none';
  return isLoopback(hostname.replace(/^\[|\]$/g, '')) && asks === origin && !site.includes('site');
}
