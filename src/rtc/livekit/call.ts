import { isBrowserSupported, type Room } from 'livekit-client';
import { abortable } from '../../core/abort.js';
import { shallowEqual } from '../../core/cell.js';
import { abortedError, FfcError } from '../../core/errors.js';
import type { RtcConnection, RtcConnectOptions } from '../session.js';
import { stateError, timeoutError } from './errors.js';
import type { InCall } from './in-call.js';

const connectTimeout = 20_000;

export interface CallInit {
  readonly room: Room;
  /** Loads the code of a call. */
  readonly load: () => Promise<Pick<InCall, 'connect'>>;
  readonly onChange: (connection: RtcConnection, previous: RtcConnection) => void;
}

/** The connection of a LiveKit room, from connecting to its end. Each change is reported once. */
export class Call {
  readonly #room: Room;
  readonly #load: CallInit['load'];
  readonly #onChange: CallInit['onChange'];
  #connection: RtcConnection = Object.freeze({ state: 'new' });
  /** The connection as LiveKit reports it; {@link connection} is worse while media are down. */
  #reported: RtcConnection = this.#connection;
  #isMediaDown = false;
  #attempt: AbortController | undefined;

  constructor({ room, load, onChange }: CallInit) {
    this.#room = room;
    this.#load = load;
    this.#onChange = onChange;
  }

  get connection(): RtcConnection {
    return this.#connection;
  }

  /** Whether there is a connection, also while it is being restored. */
  get isOpen(): boolean {
    return isOpen(this.#connection);
  }

  /** Whether LiveKit is in a full reconnect. */
  get isRestarting(): boolean {
    return this.#reported.state === 'reconnecting' && this.#reported.kind === 'full';
  }

  /** Sets whether media are down, which LiveKit reports only when it starts to reconnect. */
  setMediaDown(isDown: boolean): void {
    this.#isMediaDown = isDown;
    this.report(this.#reported);
  }

  /** Updates the connection from what LiveKit reports. */
  report(reported: RtcConnection): void {
    const previous = this.#connection;
    this.#reported = reported;
    if (!isOpen(reported)) this.#isMediaDown = false;
    // After a reconnect, media count as down until the watch sees them up. A first connection
    // ignores the flag.
    const isFirst = !isOpen(previous);
    const isDown = this.#isMediaDown && isOpen(reported) && !isFirst;
    const connection: RtcConnection = isDown ? { state: 'reconnecting', kind: 'full' } : reported;
    if (shallowEqual(previous, connection)) return;
    this.#connection = Object.freeze(connection);
    this.#onChange(this.#connection, previous);
  }

  async connect(options: RtcConnectOptions): Promise<void> {
    const { url, timeout = connectTimeout, signal } = options;
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
    // LiveKit limits the time of each step of an attempt, but not how often it retries.
    const timer = setTimeout(() => attempt.abort(timeoutError()), timeout);
    this.#attempt = attempt;
    this.report({ state: 'connecting' });
    try {
      const inCall = await abortable(this.#load(), attempt.signal);
      attempt.signal.throwIfAborted();
      await inCall.connect(options);
      attempt.signal.throwIfAborted();
    } catch (thrown) {
      await this.#close();
      if (this.#connection.state === 'connecting') this.report(before);
      const reason: unknown = attempt.signal.reason;
      if (!attempt.signal.aborted) throw thrown;
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
    // LiveKit may have emitted no `Disconnected`, or only after the listeners were removed.
    if (this.isOpen) this.report({ state: 'disconnected', reason: 'client' });
  }

  async #close(): Promise<void> {
    try {
      await this.#room.disconnect();
    } catch {
      // A leave message that could not be sent does no harm: the server notices the end by itself.
    }
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
  // LiveKit never recovers from an invalid address.
  if (!URL.canParse(url) || !/^(ws|http)s?:$/.test(new URL(url).protocol)) {
    throw new FfcError({
      reason: 'media-server-unreachable',
      stage: 'connect',
      message: 'The media server needs a ws(s) URL.',
    });
  }
}
