import { isLoopback } from './addresses.js';
import type { MediaServer } from './livekit/media-server.js';
import type { Report } from './livekit/report.js';
import { startMedia } from './livekit/start-media.js';
import { choosePorts, type AllPorts, type Ports } from './ports.js';
import { redisOnThisMachine, startRedisServer } from './redis-server.js';
import { StartError } from './start-error.js';

export interface CallsOptions {
  /** The address to listen on. */
  readonly host: string;
  readonly ports: AllPorts;
  /** Whether two LiveKit servers carry the calls together. */
  readonly cluster: boolean;
  /** The URL that LiveKit posts its webhooks to. */
  readonly webhookUrl: string;
  readonly report: Report;
  readonly env: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal | undefined;
  /** Called when all servers of our own have died. */
  readonly onDied: () => void;
}

/** The servers that carry the calls of a sandbox. */
export interface Calls {
  readonly livekit: MediaServer;
  /** The address of the Redis that a cluster shares; undefined: there is none. */
  readonly redisUrl: string | undefined;
  stop(): Promise<void>;
}

/**
 * Starts the servers that carry the calls: one LiveKit server, or two and the Redis that they
 * share.
 */
export async function startCalls({ cluster, ...options }: CallsOptions): Promise<Calls> {
  if (!cluster) {
    const livekit = await startMedia(options);
    return { livekit, redisUrl: undefined, stop: () => livekit.stop() };
  }
  const { host, env, report } = options;
  if (env['FFC_LIVEKIT_URL']) {
    throw new StartError('--cluster runs its own LiveKit servers: unset FFC_LIVEKIT_URL.');
  }
  const binary = redisOnThisMachine(env);
  if (!binary) {
    throw new StartError(
      '--cluster needs a redis-server on the PATH ' +
        '(Debian: apt-get install redis-server, macOS: brew install redis).',
    );
  }
  const redis = await startRedisServer(binary);
  try {
    const second = await choosePorts({ livekitInner: 0, livekitUdp: 0 }, host);
    const address = `127.0.0.1:${redis.port}`;
    const more = [{ innerPort: second.livekitInner, udpPort: second.livekitUdp, tcpPort: 0 }];
    const livekit = await startMedia({ ...options, cluster: { more, redis: address } });
    const ways = [...(livekit.nodes ?? [])].map(([region, { pid }]) => `kill ${pid} (${region})`);
    if (ways.length) {
      report(`Cluster: ${ways.length} LiveKit servers share a Redis at ${address}.`);
      report(`End one of them, and its calls go on through the other: ${ways.join(' or ')}.`);
    }
    const stop = async (): Promise<void> => {
      await livekit.stop();
      await redis.stop();
    };
    return { livekit, redisUrl: `redis://${address}`, stop };
  } catch (error) {
    await redis.stop();
    throw error;
  }
}

/** Checks the ports of a LiveKit of our own before it is built, because the build takes minutes. */
export async function sandboxPorts(
  host: string,
  wanted: Partial<Ports> = {},
  env: NodeJS.ProcessEnv,
): Promise<AllPorts> {
  const { page = 0, service = 0, livekit = 0, livekitUdp = 0, livekitTcp } = wanted;
  const own = { page, service };
  if (env['FFC_LIVEKIT_URL']) {
    const none = { livekit: 0, livekitInner: 0, livekitUdp: 0, livekitTcp: 0 };
    return { ...(await choosePorts(own, host)), ...none };
  }
  const all = { ...own, livekit, livekitInner: 0, livekitUdp };
  if (livekitTcp === undefined && isLoopback(host)) {
    return { ...(await choosePorts(all, host)), livekitTcp: 0 };
  }
  return choosePorts({ ...all, livekitTcp: livekitTcp ?? 0 }, host);
}
