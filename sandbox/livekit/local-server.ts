import { randomBytes } from 'node:crypto';
import { networkInterfaces } from 'node:os';
import { isWildcard, reachable, urlOf } from '../addresses.js';
import type { Media } from '../service/media.js';
import type { MediaServer } from './media-server.js';
import { createLiveKitMedia } from './media.js';
import { startLiveKit, type LiveKitProcess } from './server.js';

export interface LocalMediaServerOptions {
  readonly binary: string;
  /** The address to listen on. */
  readonly host: string;
  readonly port: number;
  readonly udpPort: number;
  /** 0: no media over TCP. */
  readonly tcpPort: number;
  /** Told when the server ends without having been stopped, with the last lines it wrote. */
  readonly onDied: (log: string) => void;
  readonly webhookUrl: string | undefined;
}

/** A LiveKit server of our own, with a key and a secret that are made up for each. */
export class LocalMediaServer implements MediaServer {
  readonly kind = 'local';
  readonly url: string;
  readonly key = `API${randomBytes(6).toString('hex')}`;
  readonly secret = randomBytes(32).toString('base64url');
  readonly media: Media;
  readonly #options: LocalMediaServerOptions;
  #process: LiveKitProcess | undefined;

  constructor(options: LocalMediaServerOptions) {
    const { host, port } = options;
    this.#options = options;
    this.url = urlOf('ws', reachable(host), port);
    this.media = createLiveKitMedia({
      key: this.key,
      secret: this.secret,
      apiUrl: urlOf('http', reachable(host), port),
      browserUrl: (hostname) => this.browserUrl(hostname),
      outage: () => this.outage(),
    });
  }

  browserUrl(hostname: string): string {
    const { host, port } = this.#options;
    return isWildcard(host) ? urlOf('ws', hostname, port) : this.url;
  }

  outage(): string | undefined {
    return this.#process ? undefined : 'The LiveKit media server of this sandbox does not run.';
  }

  /** Starts the server and waits until it answers. Rejects when it does not come up. */
  async start(signal?: AbortSignal): Promise<void> {
    const { host, binary, ...options } = this.#options;
    const { key, secret } = this;
    const nodeIp = isWildcard(host) ? ownAddress() : host;
    const started = await startLiveKit(binary, { ...options, host, nodeIp, key, secret }, signal);
    this.#process = started;
    void started.ended.then((log) => {
      if (this.#process !== started) return;
      this.#process = undefined;
      options.onDied(log);
    });
  }

  async kill(): Promise<void> {
    await this.#process?.stop();
  }

  async restart(): Promise<void> {
    await this.kill();
    await this.start();
  }

  async stop(): Promise<void> {
    const running = this.#process;
    this.#process = undefined;
    await running?.stop();
  }
}

/** An address under which other machines reach this one; the loopback's when there is none. */
function ownAddress(): string {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  const outer = all.find(({ internal, family }) => !internal && family === 'IPv4');
  return outer?.address ?? '127.0.0.1';
}
