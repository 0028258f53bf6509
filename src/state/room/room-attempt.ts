import type { VideoRoom } from '../../api/types.js';
import { abortable } from '../../core/abort.js';
import { type FfcError, toFfcError } from '../../core/errors.js';
import type { RtcSession } from '../../rtc/session.js';
import type { JoinOptions } from '../types.js';

/** One opening of a room, from `open()` until it is left, fails or is replaced: all ends with it. */
export class RoomAttempt {
  readonly roomId: string;
  /** Right, or to be tried. */
  password: string | undefined;
  room: VideoRoom | undefined;
  /** A join that was asked for before the room was known, or let in. */
  pendingJoin: Omit<JoinOptions, 'password'> | undefined;
  /** Settles when `open()` does. */
  opening: Promise<void> = Promise.resolve();
  /** Microphone and camera were asked for already, as the prejoin wants to show them. */
  preview = false;
  readonly #abort = new AbortController();
  #making: Promise<RtcSession> | undefined;
  #session: RtcSession | undefined;

  constructor(roomId: string, password: string | undefined) {
    this.roomId = roomId;
    this.password = password;
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** The session, from when it was asked for. */
  get making(): Promise<RtcSession> | undefined {
    return this.#making;
  }

  /** The session, from when it is there. */
  get session(): RtcSession | undefined {
    return this.#session;
  }

  /** Makes the session, once; one that comes too late is disposed of at once. */
  async makeSession(
    create: () => Promise<RtcSession>,
    onSession: (session: RtcSession, signal: AbortSignal) => void,
  ): Promise<RtcSession> {
    const { signal } = this;
    signal.throwIfAborted();
    const make = async (): Promise<RtcSession> => {
      try {
        const session = await create();
        if (signal.aborted) await session.dispose();
        signal.throwIfAborted();
        this.#session = session;
        onSession(session, signal);
        return session;
      } catch (thrown) {
        throw this.errorOf(thrown);
      }
    };
    this.#making ??= make();
    return abortable(this.#making, signal);
  }

  /** What went wrong: that the attempt is over comes before anything that follows from it. */
  errorOf(thrown: unknown): FfcError {
    return toFfcError(this.signal.aborted ? this.signal.reason : thrown, 'session');
  }

  /** Stops all calls and releases the devices. Never rejects. */
  async end(): Promise<void> {
    if (this.signal.aborted) return;
    this.#abort.abort();
    await this.session?.dispose();
  }
}
