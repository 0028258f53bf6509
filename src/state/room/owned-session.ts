import { toFfcError, type FfcError } from '../../core/errors.js';
import type { RtcSession } from '../../rtc/session.js';

/** A media session, from its creation until its release, which frees everything that it holds. */
export class OwnedSession {
  /** Resolves with the session. Rejects with an `FfcError`, `aborted` once it was released. */
  readonly ready: Promise<RtcSession>;
  readonly #abort = new AbortController();
  #current: RtcSession | undefined;

  /** @param onSession Called with the session before `ready` resolves. */
  constructor(
    create: () => Promise<RtcSession>,
    onSession: (session: RtcSession, signal: AbortSignal) => void,
  ) {
    this.ready = this.#make(create, onSession);
    // A rejection that is not awaited must not become an `unhandledrejection`.
    this.ready.catch(() => {});
  }

  /** Aborts with the release. */
  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** The session, once it is created. */
  get current(): RtcSession | undefined {
    return this.#current;
  }

  /** The error of a failed call: `aborted` after the release, whatever the call itself threw. */
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
      // A session that is created after the release is disposed of at once.
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
