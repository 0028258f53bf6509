import type { VideoRoom } from '../../api/types.js';
import { type FfcError, toFfcError } from '../../core/errors.js';
import type { JoinOptions, RoomServices, RoomStoreOptions } from '../types.js';
import { toRoomId } from './guards.js';
import type { JoinChoices } from './join-choices.js';
import type { OwnedSession } from './owned-session.js';
import { RtcGrants } from './rtc-grants.js';
import type { WayIn } from './way-in.js';

/** One attempt at a room, from `open()` until it is left, fails or is replaced by another. */
export class RoomAttempt {
  readonly roomId: string;
  /** A password that was accepted, or that the next request tries. */
  password: string | undefined;
  wrongPasswords = 0;
  room: VideoRoom | undefined;
  /** Whether the person takes the call over from another tab. */
  takesOver = false;
  /** The member whose call was in another tab at the end of the attempt before; if known. */
  memberBefore: string | undefined;
  /** The `appUserId` of the member; undefined until the tabs were checked or the call is held. */
  memberId: string | undefined;
  /** The way from the loaded room into the call; undefined until its code has loaded. */
  wayIn: WayIn | undefined;
  /** The options of a `join()` that came before the room was loaded or its password given. */
  pendingJoin: Omit<JoinOptions, 'password'> | undefined;
  /** The promise of `open()`. */
  opening: Promise<void> = Promise.resolve();
  /** The session of the preview and of the call. */
  session: OwnedSession | undefined;
  /** Whether the session began with a preview: a join then leaves the devices as they are. */
  hasPreview = false;
  readonly grants: RtcGrants;
  readonly #abort = new AbortController();

  constructor(roomId: string, password: string | undefined, services: RoomServices) {
    this.roomId = roomId;
    this.password = password;
    this.grants = new RtcGrants(
      services,
      this.signal,
      // Until the room is loaded, it may be one.
      () => this.room?.policy.manuallyApproval !== false,
    );
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** The error of a failed step: `aborted` after the end, whatever the step itself threw. */
  errorOf(thrown: unknown): FfcError {
    return toFfcError(this.signal.aborted ? this.signal.reason : thrown, 'session');
  }

  /**
   * Requests the data of the next step while the room is loading. The next step reports a failure.
   */
  prepare(services: RoomServices, choices: JoinChoices, options: RoomStoreOptions): void {
    const { autoJoin, noPreview, observer } = options;
    const joins = autoJoin || this.pendingJoin !== undefined;
    if (joins || !(noPreview || observer)) void services.preload?.().catch(() => {});
    const id = toRoomId(this.roomId);
    if (!joins || typeof id !== 'number') return;
    void this.#askAhead(id, services, choices);
  }

  /** Requests a token ahead, unless another tab of the person has the call. Never rejects. */
  async #askAhead(id: number, { tabs }: RoomServices, choices: JoinChoices): Promise<void> {
    if (tabs && !this.takesOver && (await tabs.isElsewhere(id))) return;
    if (!this.signal.aborted)
      await this.grants.ask(id, choices.tokenInput(this.password)).catch(() => {});
  }

  /** Releases the devices. A later preview or join creates another session. */
  async releaseSession(): Promise<void> {
    const { session } = this;
    this.session = undefined;
    this.hasPreview = false;
    // A token that was refused must not answer the next password.
    this.grants.drop();
    await session?.release();
  }

  /** Aborts all requests and releases the devices. */
  async end(): Promise<void> {
    this.#abort.abort();
    await this.releaseSession();
  }
}
