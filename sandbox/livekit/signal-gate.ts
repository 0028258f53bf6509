import { connect, createServer, type Server, type Socket } from 'node:net';
import type { SignalPath } from '../service/media.js';

export interface Address {
  readonly host: string;
  readonly port: number;
}

/**
 * A proxy before the signalling of a media server, so that connections to it can be blocked. When
 * the server has several nodes, new calls take the nodes in turn.
 */
export class SignalGate implements SignalPath {
  readonly #targets: readonly Address[];
  readonly #server: Server;
  readonly #clients = new Set<Socket>();
  readonly #blocks = new Set<() => void>();
  /**
   * How many calls have entered so far. `#inside` counts the open ones, by the port of the node.
   */
  #entered = 0;
  readonly #inside = new Map<number, number>();

  constructor(...targets: readonly [Address, ...Address[]]) {
    this.#targets = targets;
    this.#server = createServer((client) => this.#accept(client));
  }

  /** The port that the gate listens on; undefined: it does not listen yet. */
  get port(): number | undefined {
    const address = this.#server.address();
    return address && typeof address === 'object' ? address.port : undefined;
  }

  /** How many open calls go through the node with this port. */
  callsBy(port: number): number {
    return this.#inside.get(port) ?? 0;
  }

  /** Listens on this address; a port of 0 takes any free one. */
  open(at: Address): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(at.port, at.host, resolve);
    });
  }

  block(onHit: () => void): () => void {
    // A new function for each block, because two blocks may have the same `onHit`.
    const block = (): void => onHit();
    this.#blocks.add(block);
    for (const client of this.#clients) this.#turnAway(client);
    return () => void this.#blocks.delete(block);
  }

  /** Ends all connections, and accepts no more. */
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
    client.setNoDelay();
    this.#clients.add(client);
    client.on('error', () => {});
    client.on('close', () => this.#clients.delete(client));
    if (this.#targets.length === 1) return this.#lead(client, this.#targets, false);
    client.once('data', (start: Buffer) => {
      client.pause().unshift(start);
      // Only calls count: browsers also send requests to warm up, and to learn why a call failed.
      const isCall = /^upgrade: *websocket/im.test(start.toString('latin1'));
      const first = isCall ? this.#entered++ : this.#entered;
      const at = first % this.#targets.length;
      this.#lead(client, [...this.#targets.slice(at), ...this.#targets.slice(0, at)], isCall);
    });
  }

  /** Connects the client to the first target that accepts. */
  #lead(client: Socket, [target, ...others]: readonly Address[], isCall: boolean): void {
    if (!target || client.destroyed) return void client.destroy();
    const server = connect({ ...target, noDelay: true });
    const leave = (): void => void server.destroy();
    const tryOthers = (): void => {
      client.off('close', leave);
      this.#lead(client, others, isCall);
    };
    client.once('close', leave);
    server.once('close', tryOthers);
    server.on('error', () => {});
    server.once('connect', () => {
      const count = (change: number): void =>
        void this.#inside.set(target.port, this.callsBy(target.port) + change);
      if (isCall) count(1);
      server.off('close', tryOthers);
      // When one end closes, the gate closes the other.
      server.once('close', () => {
        if (isCall) count(-1);
        client.destroy();
      });
      client.pipe(server).pipe(client);
    });
  }
}
