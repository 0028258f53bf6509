import { isWildcard, loopbackFor, urlOf } from '../addresses.js';
import { spawnOnLeash } from '../leashed-process.js';

const startTimeout = 20_000;

export interface LiveKitConfig {
  readonly key: string;
  readonly secret: string;
  /** The address on which the server receives media. */
  readonly host: string;
  /** The address that browsers are told to send media to. */
  readonly nodeIp: string;
  /** The port of signalling and of the server API, on this machine only. */
  readonly innerPort: number;
  readonly udpPort: number;
  /** 0: no media over TCP. LiveKit opens this one on all addresses, whatever `host` is. */
  readonly tcpPort: number;
  /** The URL that LiveKit posts its webhooks to; undefined: it sends none. */
  readonly webhookUrl: string | undefined;
  /** The setup of one of several nodes. Default: a single server. */
  readonly cluster?: {
    /** Host and port of the Redis in which the nodes find each other. */
    readonly redis: string;
    /**
     * The name of this node. LiveKit sends clients, as region, the name of the node that holds
     * their room.
     */
    readonly region: string;
  };
}

/** A LiveKit server that runs. */
export interface LiveKitProcess {
  /** The id of the process to kill; undefined: it did not start. */
  readonly pid: number | undefined;
  /** Fulfils when the server has ended, with the last lines that it wrote. */
  readonly ended: Promise<string>;
  /** Kills the server; fulfils when it has ended. */
  stop(): Promise<void>;
}

/**
 * Starts a LiveKit server and waits until it answers. The server ends with this process, even when
 * this process is killed. Throws, with the last lines that LiveKit wrote, when no answer comes.
 */
export async function startLiveKit(
  binary: string,
  config: LiveKitConfig,
  signal?: AbortSignal,
): Promise<LiveKitProcess> {
  signal?.throwIfAborted();
  // The configuration goes in the environment, because other users of the machine can read
  // arguments.
  const env = { ...process.env, LIVEKIT_CONFIG: JSON.stringify(serverConfig(config)) };
  const server = spawnOnLeash(binary, [], env);
  let log = '';
  server.output.on('data', (chunk: Buffer) => {
    log = (log + chunk.toString()).slice(-2000);
  });
  const ended = server.ended.then(() => log.trim());
  const stop = (): Promise<void> => server.stop();
  try {
    await healthy(urlOf('http', loopbackFor(config.host), config.innerPort), ended, signal);
  } catch (error) {
    await stop();
    throw error;
  }
  return { pid: server.pid, ended, stop };
}

function serverConfig(config: LiveKitConfig) {
  const { key, secret, host, nodeIp, innerPort, tcpPort, udpPort, webhookUrl, cluster } = config;
  return {
    port: innerPort,
    bind_addresses: [loopbackFor(host)],
    keys: { [key]: secret },
    logging: { level: 'warn' },
    rtc: {
      tcp_port: tcpPort,
      udp_port: udpPort,
      node_ip: nodeIp,
      use_external_ip: false,
      enable_loopback_candidate: true,
      // Without this rule LiveKit would receive media on all addresses.
      ...(!isWildcard(host) && { ips: { includes: [`${host}/${host.includes(':') ? 128 : 32}`] } }),
    },
    ...(cluster && { redis: { address: cluster.redis }, region: cluster.region }),
    ...(webhookUrl && { webhook: { api_key: key, urls: [webhookUrl] } }),
  };
}

async function healthy(url: string, ended: Promise<string>, signal?: AbortSignal): Promise<void> {
  const limit = AbortSignal.timeout(startTimeout);
  const either = signal ? AbortSignal.any([signal, limit]) : limit;
  let exit: string | undefined;
  void ended.then((log) => (exit = log));
  while (!(await answers(url, either))) {
    signal?.throwIfAborted();
    if (exit !== undefined) throw new Error(`LiveKit ended at once:\n${exit}`);
    if (limit.aborted) throw new Error(`LiveKit did not answer within ${startTimeout / 1000} s.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function answers(url: string, signal: AbortSignal): Promise<boolean> {
  try {
    return (await fetch(url, { signal })).ok;
  } catch {
    return false;
  }
}
