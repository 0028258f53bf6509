import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Readable } from '../core/cell.js';
import { findRoom, type RoomHandle } from './room-handle.js';

type Host = ReactiveControllerHost & HTMLElement;

export interface RoomControllerOptions {
  /** The id of a room elsewhere in the tree; undefined: the nearest ancestor. */
  readonly forId?: () => string | undefined;
  /** The cells that the host draws. Asked before each update, so that they may change. */
  readonly watch: (room: RoomHandle) => readonly Readable<unknown>[];
  /** The host has (another) room, or none any more. The signal ends with this connection. */
  readonly onRoom?: (room: RoomHandle, signal: AbortSignal) => void;
}

/** Connects a part to its room, and redraws it when one of the cells that it draws changes. */
export class RoomController implements ReactiveController {
  readonly #host: Host;
  readonly #options: RoomControllerOptions;
  #lifetime: AbortController | undefined;
  #watching: { cells: readonly Readable<unknown>[]; abort: AbortController } | undefined;
  #room: RoomHandle | undefined;
  #forId: string | undefined;
  #waiting: MutationObserver | undefined;

  constructor(host: Host, options: RoomControllerOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get room(): RoomHandle | undefined {
    return this.#room;
  }

  /** The id that the host asks for, while nothing on the page has it. */
  get missingId(): string | undefined {
    if (!this.#forId || this.#room || !this.#host.isConnected) return undefined;
    return 'missing' in findRoom(this.#host, this.#forId) ? this.#forId : undefined;
  }

  hostConnected(): void {
    this.#forId = this.#options.forId?.();
    this.#look();
  }

  hostDisconnected(): void {
    this.#release();
  }

  hostUpdate(): void {
    if (!this.#host.isConnected) return;
    const forId = this.#options.forId?.();
    if (forId !== this.#forId) {
      this.#forId = forId;
      this.#release();
      this.#look();
    }
    this.#watch();
  }

  #look(): void {
    const lookup = findRoom(this.#host, this.#forId);
    if ('found' in lookup) {
      this.#waiting?.disconnect();
      this.#waiting = undefined;
      this.#room = lookup.found;
      this.#lifetime = new AbortController();
      this.#options.onRoom?.(lookup.found, this.#lifetime.signal);
      this.#host.requestUpdate();
    } else if ('pending' in lookup) {
      const tag = lookup.pending.localName;
      if (tag.includes('-')) void customElements.whenDefined(tag).then(() => this.#lookAgain());
    } else if (!this.#waiting) {
      // The room may be written further down the page, or be added by a framework later.
      this.#waiting = new MutationObserver(() => this.#lookAgain());
      this.#waiting.observe(this.#host.getRootNode(), { childList: true, subtree: true });
    }
  }

  #lookAgain(): void {
    if (this.#host.isConnected && !this.#room) this.#look();
  }

  #watch(): void {
    if (!this.#room) return;
    const cells = this.#options.watch(this.#room);
    const before = this.#watching?.cells;
    if (before?.length === cells.length && before.every((cell, i) => cell === cells[i])) return;
    this.#watching?.abort.abort();
    const abort = new AbortController();
    for (const cell of cells) {
      cell.subscribe(() => this.#host.requestUpdate(), { signal: abort.signal });
    }
    this.#watching = { cells, abort };
  }

  #release(): void {
    this.#waiting?.disconnect();
    this.#waiting = undefined;
    this.#watching?.abort.abort();
    this.#watching = undefined;
    this.#lifetime?.abort();
    this.#lifetime = undefined;
    this.#room = undefined;
  }
}
