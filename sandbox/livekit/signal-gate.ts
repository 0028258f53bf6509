import { connect, createServer, type Server, type Socket } from 'node:net';
import type { SignalPath } from '../service/media.js';

export interface Address {
  readonly host: string;
  readonly port: number;
}

/**
 * Stands before the signalling of a media server, so that the way there can fail. Of several
 * nodes of one server, each call enters by the next that takes it.
 */
export class SignalGate implements SignalPath {
  readonly #targets: readonly Address[];
  readonly #server: Server;
  readonly #clients = new Set<Socket>();
  readonly #blocks = new Set<() => void>();
  /** How many calls have entered by now; and how many are in, by the port of the target. */
  #entered = 0;
  readonly #inside = new Map<number, number>();

  constructor(...targets: readonly [Address, ...Address[]]) {
    this.#targets = targets;
    this.#server = createServer((client) => this.#accept(client));
  }

  /** The port that it listens on; undefined: none yet. */
  get port(): number | undefined {
    const address = this.#server.address();
    return address && typeof address === 'object' ? address.port : undefined;
  }

  /** How many calls are in by the target with this port. */
  callsBy(port: number): number {
    return this.#inside.get(port) ?? 0;
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
    client.setNoDelay();
    this.#clients.add(client);
    client.on('error', () => {});
    client.on('close', () => this.#clients.delete(client));
    if (this.#targets.length === 1) return this.#lead(client, this.#targets, false);
    client.once('data', (start: Buffer) => {
      client.pause().unshift(start);
      // Browsers also make requests to warm up, and to learn why a call failed.
      const isCall = /^upgrade: *websocket/im.test(start.toString('latin1'));
      const first = isCall ? this.#entered++ : this.#entered;
      const at = first % this.#targets.length;
      this.#lead(client, [...this.#targets.slice(at), ...this.#targets.slice(0, at)], isCall);
    });
  }

  /** Leads to the first of the targets that takes it. */
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
      // However one end goes, the other goes with it.
      server.once('close', () => {
        if (isCall) count(-1);
        client.destroy();
      });
      client.pipe(server).pipe(client);
    });
  }
}
