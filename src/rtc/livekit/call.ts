import { isBrowserSupported, type Room, RoomEvent } from 'livekit-client';
import { shallowEqual } from '../../core/cell.js';
import { FfcError } from '../../core/errors.js';
import type { RtcConnection, RtcConnectOptions } from '../session.js';
import {
  abortedError,
  connectError,
  disconnectReason,
  stateError,
  timeoutError,
} from './errors.js';
import { listen } from './room.js';

const connectTimeout = 20_000;

export interface CallInit {
  readonly room: Room;
  readonly signal: AbortSignal;
  readonly onChange: (connection: RtcConnection, previous: RtcConnection) => void;
}

/** The connection of a LiveKit room, from connecting to its end. Each step is emitted once. */
export class Call {
  readonly #room: Room;
  readonly #onChange: CallInit['onChange'];
  #connection: RtcConnection = Object.freeze({ state: 'new' });
  /** What LiveKit says; {@link connection} may be worse. */
  #reported: RtcConnection = this.#connection;
  #isMediaDown = false;
  #attempt: AbortController | undefined;

  constructor({ room, signal, onChange }: CallInit) {
    this.#room = room;
    this.#onChange = onChange;
    listen(room, RoomEvent.Connected, () => this.#set({ state: 'connected' }), signal);
    listen(room, RoomEvent.Reconnected, () => this.#set({ state: 'connected' }), signal);
    listen(
      room,
      RoomEvent.SignalReconnecting,
      () => {
        // After a full reconnect that failed LiveKit begins with signalling again; the media
        // have stopped all the same.
        if (!this.isRestarting) this.#set({ state: 'reconnecting', kind: 'signal' });
      },
      signal,
    );
    listen(
      room,
      RoomEvent.Reconnecting,
      () => this.#set({ state: 'reconnecting', kind: 'full' }),
      signal,
    );
    listen(
      room,
      RoomEvent.Disconnected,
      (reason) => {
        // The promise of connect() says how an attempt ends.
        if (!this.isOpen) return;
        this.#set({ state: 'disconnected', reason: disconnectReason(reason) });
      },
      signal,
    );
  }

  get connection(): RtcConnection {
    return this.#connection;
  }

  /** Whether there is a connection, be it one that is being restored. */
  get isOpen(): boolean {
    return isOpen(this.#connection);
  }

  /** Whether LiveKit makes everything anew. */
  get isRestarting(): boolean {
    return this.#reported.state === 'reconnecting' && this.#reported.kind === 'full';
  }

  /** Says that no media can come or go, which LiveKit tells only when it starts to mend it. */
  setMediaDown(isDown: boolean): void {
    this.#isMediaDown = isDown;
    this.#set(this.#reported);
  }

  async connect(options: RtcConnectOptions): Promise<void> {
    const { url, token, autoSubscribe = true, timeout = connectTimeout, signal } = options;
    const before = this.#connection;
    if (this.isOpen || before.state === 'connecting') {
      throw stateError('connect', 'connect() needs a session without a connection.');
    }
    if (signal?.aborted) throw abortedError('connect');
    checkTarget(url);

    const attempt = new AbortController();
    const abort = (): void => attempt.abort();
    signal?.addEventListener('abort', abort);
    attempt.signal.addEventListener('abort', () => void this.#close());
    // LiveKit has limits for the steps of an attempt, and none for how often it begins again.
    const timer = setTimeout(() => attempt.abort(timeoutError()), timeout);
    this.#attempt = attempt;
    this.#set({ state: 'connecting' });
    try {
      await this.#room.connect(url, token, { autoSubscribe });
      attempt.signal.throwIfAborted();
    } catch (thrown) {
      await this.#close();
      if (this.#connection.state === 'connecting') this.#set(before);
      const reason: unknown = attempt.signal.reason;
      if (!attempt.signal.aborted) throw connectError(thrown, token);
      throw reason instanceof FfcError ? reason : abortedError('connect');
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      if (this.#attempt === attempt) this.#attempt = undefined;
    }
  }

  async disconnect(): Promise<void> {
    this.#attempt?.abort();
    await this.#close();
    // LiveKit may have emitted nothing, or after the listeners were removed.
    if (this.isOpen) this.#set({ state: 'disconnected', reason: 'client' });
  }

  async #close(): Promise<void> {
    try {
      await this.#room.disconnect();
    } catch {
      // A farewell that could not be sent changes nothing: the server notices by itself.
    }
  }

  #set(reported: RtcConnection): void {
    const previous = this.#connection;
    this.#reported = reported;
    if (!isOpen(reported)) this.#isMediaDown = false;
    // What was mended just now may still be seen as down; the first connection may not.
    const isFirst = !isOpen(previous);
    const isDown = this.#isMediaDown && isOpen(reported) && !isFirst;
    const connection: RtcConnection = isDown ? { state: 'reconnecting', kind: 'full' } : reported;
    if (shallowEqual(previous, connection)) return;
    this.#connection = Object.freeze(connection);
    this.#onChange(this.#connection, previous);
  }
}

function isOpen({ state }: RtcConnection): boolean {
  return state === 'connected' || state === 'reconnecting';
}

function checkTarget(url: string): void {
  if (!isBrowserSupported()) {
    throw new FfcError({
      reason: 'device-unsupported',
      stage: 'connect',
      message: 'This browser has no WebRTC, or an extension turns it off.',
    });
  }
  // LiveKit never recovers from an address that is none.
  if (!URL.canParse(url) || !/^(ws|http)s?:$/.test(new URL(url).protocol)) {
    throw new FfcError({
      reason: 'media-server-unreachable',
      stage: 'connect',
      message: 'The address of the media server is not a ws(s) URL.',
    });
  }
}
