import type { VideoRoom } from '../../api/types.js';
import { type FfcError, toFfcError } from '../../core/errors.js';
import type { JoinOptions, RoomServices } from '../types.js';
import type { OwnedSession } from './owned-session.js';
import { RtcGrants } from './rtc-grants.js';

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
  /** The preview's or the call's. */
  session: OwnedSession | undefined;
  /** The session was made for a preview, so that a join leaves the devices as they are. */
  hasPreview = false;
  readonly grants: RtcGrants;
  readonly #abort = new AbortController();

  constructor(roomId: string, password: string | undefined, services: RoomServices) {
    this.roomId = roomId;
    this.password = password;
    this.grants = new RtcGrants(services, this.signal);
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** What went wrong: that the attempt is over comes before anything that follows from it. */
  errorOf(thrown: unknown): FfcError {
    return toFfcError(this.signal.aborted ? this.signal.reason : thrown, 'session');
  }

  /** Gives up the devices; a later preview or join makes another session. Never rejects. */
  async releaseSession(): Promise<void> {
    const { session } = this;
    this.session = undefined;
    this.hasPreview = false;
    await session?.release();
  }

  /** Stops all calls and releases the devices. Never rejects. */
  async end(): Promise<void> {
    this.#abort.abort();
    await this.releaseSession();
  }
}
