import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isWildcard, loopbackFor, urlOf } from '../addresses.js';

const startTimeout = 20_000;
const leash = fileURLToPath(new URL('./leash.js', import.meta.url));

export interface LiveKitConfig {
  readonly key: string;
  readonly secret: string;
  /** The address that media is taken in on. */
  readonly host: string;
  /** The address that browsers are told to send media to. */
  readonly nodeIp: string;
  /** The port of signalling and of the server API, on this machine only. */
  readonly innerPort: number;
  readonly udpPort: number;
  /** 0: no media over TCP. LiveKit opens this one on all addresses, whatever `host` is. */
  readonly tcpPort: number;
  /** Where LiveKit tells what happens in its rooms; undefined: nowhere. */
  readonly webhookUrl: string | undefined;
}

/** A LiveKit server that runs. */
export interface LiveKitProcess {
  /** Fulfils when the server has ended, with the last lines that it wrote. */
  readonly ended: Promise<string>;
  /** Kills the server; fulfils when it has ended. */
  stop(): Promise<void>;
}

/**
 * Starts a LiveKit server and waits until it answers. It ends with this process, even when
 * this process is killed. Throws, with the last lines that LiveKit wrote, when it does not
 * come up.
 */
export async function startLiveKit(
  binary: string,
  config: LiveKitConfig,
  signal?: AbortSignal,
): Promise<LiveKitProcess> {
  signal?.throwIfAborted();
  const child = spawn(process.execPath, [leash, binary], {
    // The environment, because other users of the machine can read arguments.
    env: { ...process.env, LIVEKIT_CONFIG: JSON.stringify(serverConfig(config)) },
    stdio: ['pipe', 'pipe', 'pipe'],
    // Ctrl+C goes to the whole group of the terminal; only we decide when LiveKit stops.
    detached: true,
  });
  let log = '';
  const collect = (chunk: Buffer): void => {
    log = (log + chunk.toString()).slice(-2000);
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const ended = new Promise<string>((resolve) => child.once('close', () => resolve(log.trim())));
  const stop = async (): Promise<void> => {
    child.stdin.destroy();
    await ended;
  };
  try {
    await healthy(urlOf('http', loopbackFor(config.host), config.innerPort), ended, signal);
  } catch (error) {
    await stop();
    throw error;
  }
  return { ended, stop };
}

function serverConfig(config: LiveKitConfig) {
  const { key, secret, host, nodeIp, innerPort, tcpPort, udpPort, webhookUrl } = config;
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
      // Without it media would be taken in on all addresses.
      ...(!isWildcard(host) && { ips: { includes: [`${host}/${host.includes(':') ? 128 : 32}`] } }),
    },
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
