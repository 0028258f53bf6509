import { toFfcError, type FfcError } from '../../core/errors.js';
import type { RtcSession } from '../../rtc/session.js';

/** A media session from when it is asked for until it is released, which ends all that it holds. */
export class OwnedSession {
  /** Resolves with the session. Rejects with an `FfcError`, `aborted` once it was released. */
  readonly ready: Promise<RtcSession>;
  readonly #abort = new AbortController();
  #current: RtcSession | undefined;

  /** @param onSession Called with the session before anybody else has it. */
  constructor(
    create: () => Promise<RtcSession>,
    onSession: (session: RtcSession, signal: AbortSignal) => void,
  ) {
    this.ready = this.#make(create, onSession);
    // Whoever waits for it is told; nobody has to.
    this.ready.catch(() => {});
  }

  /** Aborts with the release. */
  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** The session, from when it is there. */
  get current(): RtcSession | undefined {
    return this.#current;
  }

  /** What went wrong: that the session was released comes before anything that follows from it. */
  errorOf(thrown: unknown): FfcError {
    return toFfcError(this.signal.aborted ? this.signal.reason : thrown, 'session');
  }

  /** Releases the devices and ends the connection. Never rejects. */
  async release(): Promise<void> {
    if (this.signal.aborted) return;
    this.#abort.abort();
    await this.#current?.dispose();
  }

  async #make(
    create: () => Promise<RtcSession>,
    onSession: (session: RtcSession, signal: AbortSignal) => void,
  ): Promise<RtcSession> {
    try {
      const session = await create();
      // One that comes too late is disposed of at once.
      if (this.signal.aborted) await session.dispose();
      this.signal.throwIfAborted();
      this.#current = session;
      onSession(session, this.signal);
      return session;
    } catch (thrown) {
      throw this.errorOf(thrown);
    }
  }
}
