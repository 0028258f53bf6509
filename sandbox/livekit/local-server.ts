import { randomBytes } from 'node:crypto';
import { isWildcard, loopbackFor, outerAddress, reachable, urlOf } from '../addresses.js';
import type { Media } from '../service/media.js';
import type { MediaServer } from './media-server.js';
import { createLiveKitMedia } from './media.js';
import { LiveKitNode } from './node.js';
import { SignalGate } from './signal-gate.js';

export interface NodePorts {
  /** The port of LiveKit itself, on this machine only. */
  readonly innerPort: number;
  readonly udpPort: number;
  /** 0: no media over TCP. */
  readonly tcpPort: number;
}

export interface LocalMediaServerOptions {
  readonly binary: string;
  /** The address to listen on. */
  readonly host: string;
  /** The port that browsers connect to. */
  readonly port: number;
  /** The ports of each LiveKit server. */
  readonly nodes: readonly [NodePorts, ...NodePorts[]];
  /** Host and port of the Redis in which several nodes find each other. */
  readonly redis?: string | undefined;
  /** Called when a node ends that nobody stopped, with the node's last lines. */
  readonly onDied: (region: string, log: string) => void;
  readonly webhookUrl: string | undefined;
  /** The folder that LiveKit's egress service writes to; undefined: there is no such service. */
  readonly egressFolder: string | undefined;
}

/**
 * A LiveKit of our own, of one server or of several, with a newly made key and secret. Browsers
 * reach its signalling through a gate, which chooses the node and can be blocked.
 */
export class LocalMediaServer implements MediaServer {
  readonly kind = 'local';
  readonly url: string;
  readonly key = `API${randomBytes(6).toString('hex')}`;
  readonly secret = randomBytes(32).toString('base64url');
  readonly media: Media;
  readonly nodes: ReadonlyMap<string, LiveKitNode>;
  readonly #options: LocalMediaServerOptions;
  readonly #gate: SignalGate;

  constructor(options: LocalMediaServerOptions) {
    const { host, port } = options;
    const inner = loopbackFor(host);
    const [first, ...others] = options.nodes;
    const address = ({ innerPort }: NodePorts) => ({ host: inner, port: innerPort });
    this.#options = options;
    this.#gate = new SignalGate(address(first), ...others.map(address));
    this.nodes = new Map(options.nodes.map((ports, n) => this.#makeNode(ports, `node-${n + 1}`)));
    this.url = urlOf('ws', reachable(host), port);
    this.media = createLiveKitMedia({
      key: this.key,
      secret: this.secret,
      apiUrl: () => {
        const all = [...this.nodes.values()];
        const running = all.find(({ isRunning }) => isRunning);
        return urlOf('http', inner, running?.innerPort ?? first.innerPort);
      },
      browserUrl: (hostname) => this.browserUrl(hostname),
      outage: () => this.outage(),
      signal: this.#gate,
      egressFolder: options.egressFolder,
    });
  }

  browserUrl(hostname: string): string {
    const { host, port } = this.#options;
    return isWildcard(host) ? urlOf('ws', hostname, port) : this.url;
  }

  outage(): string | undefined {
    const anyRuns = [...this.nodes.values()].some(({ isRunning }) => isRunning);
    return anyRuns ? undefined : 'The LiveKit media server of this sandbox does not run.';
  }

  /** Starts all nodes and waits until they answer. Rejects when one does not come up. */
  async start(signal?: AbortSignal): Promise<void> {
    await Promise.all(this.#all((node) => node.start(signal)));
    const { host, port } = this.#options;
    await this.#gate.open({ host, port });
  }

  async kill(): Promise<void> {
    await Promise.all(this.#all((node) => node.kill()));
  }

  async restart(): Promise<void> {
    await Promise.all(this.#all((node) => node.restart()));
  }

  async stop(): Promise<void> {
    await this.#gate.close();
    await Promise.all(this.#all((node) => node.stop()));
  }

  #all(work: (node: LiveKitNode) => Promise<void>): Promise<void>[] {
    return [...this.nodes.values()].map(work);
  }

  #makeNode(ports: NodePorts, region: string): [string, LiveKitNode] {
    const { binary, host, redis, webhookUrl, onDied } = this.#options;
    const config = {
      ...ports,
      host,
      webhookUrl,
      key: this.key,
      secret: this.secret,
      nodeIp: isWildcard(host) ? outerAddress() : host,
      ...(redis && { cluster: { redis, region } }),
    };
    const calls = (): number => this.#gate.callsBy(ports.innerPort);
    return [
      region,
      new LiveKitNode({ binary, config, calls, onDied: (log) => onDied(region, log) }),
    ];
  }
}
