import { connect, createServer, type Server, type Socket } from 'node:net';
import type { SignalPath } from '../service/media.js';

export interface Address {
  readonly host: string;
  readonly port: number;
}

/** Stands before a media server's signalling, so that the way there can fail. */
export class SignalGate implements SignalPath {
  readonly #target: Address;
  readonly #server: Server;
  readonly #clients = new Set<Socket>();
  readonly #blocks = new Set<() => void>();

  constructor(target: Address) {
    this.#target = target;
    this.#server = createServer((client) => this.#accept(client));
  }

  /** The port that it listens on; undefined: none yet. */
  get port(): number | undefined {
    const address = this.#server.address();
    return address && typeof address === 'object' ? address.port : undefined;
  }

  /** Lets clients come to this address; a port of 0 takes any that is free. */
  open(at: Address): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(at.port, at.host, resolve);
    });
  }

  block(onHit: () => void): () => void {
    // Of its own, because two may come with the same function.
    const block = (): void => onHit();
    this.#blocks.add(block);
    for (const client of this.#clients) this.#turnAway(client);
    return () => void this.#blocks.delete(block);
  }

  /** Ends all connections, and takes no more. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      for (const client of this.#clients) client.destroy();
    });
  }

  #turnAway(client: Socket): void {
    client.destroy();
    for (const block of this.#blocks) block();
  }

  #accept(client: Socket): void {
    if (this.#blocks.size > 0) return this.#turnAway(client);
    const server = connect({ ...this.#target, noDelay: true });
    client.setNoDelay();
    this.#clients.add(client);
    client.on('close', () => this.#clients.delete(client));
    // However one end goes, the other goes with it.
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      from.pipe(to);
      from.on('error', () => {});
      from.on('close', () => to.destroy());
    }
  }
}
