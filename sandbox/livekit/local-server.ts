import { randomBytes } from 'node:crypto';
import { networkInterfaces } from 'node:os';
import { isWildcard, loopbackFor, reachable, urlOf } from '../addresses.js';
import type { Media } from '../service/media.js';
import type { MediaServer } from './media-server.js';
import { createLiveKitMedia } from './media.js';
import { startLiveKit, type LiveKitProcess } from './server.js';
import { SignalGate } from './signal-gate.js';

export interface LocalMediaServerOptions {
  readonly binary: string;
  /** The address to listen on. */
  readonly host: string;
  /** The port that browsers get. */
  readonly port: number;
  /** The port of LiveKit itself, on this machine only. */
  readonly innerPort: number;
  readonly udpPort: number;
  /** 0: no media over TCP. */
  readonly tcpPort: number;
  /** Told when the server ends without having been stopped, with the last lines it wrote. */
  readonly onDied: (log: string) => void;
  readonly webhookUrl: string | undefined;
}

/**
 * A LiveKit server of our own, with a key and a secret that are made up for each. Browsers reach
 * its signalling through a gate, which can be shut.
 */
export class LocalMediaServer implements MediaServer {
  readonly kind = 'local';
  readonly url: string;
  readonly key = `API${randomBytes(6).toString('hex')}`;
  readonly secret = randomBytes(32).toString('base64url');
  readonly media: Media;
  readonly #options: LocalMediaServerOptions;
  readonly #gate: SignalGate;
  #process: LiveKitProcess | undefined;

  constructor(options: LocalMediaServerOptions) {
    const { host, port, innerPort } = options;
    const inner = loopbackFor(host);
    this.#options = options;
    this.#gate = new SignalGate({ host: inner, port: innerPort });
    this.url = urlOf('ws', reachable(host), port);
    this.media = createLiveKitMedia({
      key: this.key,
      secret: this.secret,
      apiUrl: urlOf('http', inner, innerPort),
      browserUrl: (hostname) => this.browserUrl(hostname),
      outage: () => this.outage(),
      signal: this.#gate,
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
    const { host, port, binary, ...options } = this.#options;
    const { key, secret } = this;
    const nodeIp = isWildcard(host) ? ownAddress() : host;
    const started = await startLiveKit(binary, { ...options, host, nodeIp, key, secret }, signal);
    this.#process = started;
    void started.ended.then((log) => {
      if (this.#process !== started) return;
      this.#process = undefined;
      options.onDied(log);
    });
    // One that starts again finds it open.
    if (this.#gate.port === undefined) await this.#gate.open({ host, port });
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
    await this.#gate.close();
    await running?.stop();
  }
}

/** An address under which other machines reach this one; the loopback's when there is none. */
function ownAddress(): string {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  const outer = all.find(({ internal, family }) => !internal && family === 'IPv4');
  return outer?.address ?? '127.0.0.1';
}
