import type { Member } from '../../api/types.js';
import { createCell } from '../../core/cell.js';
import type { Emitter } from '../../core/emitter.js';
import { type FfcError, loadFailed } from '../../core/errors.js';
import type { RtcSession } from '../../rtc/session.js';
import { isInCall } from '../phase.js';
import type {
  JoinOptions,
  RoomPhase,
  RoomServices,
  RoomStoreEvents,
  RoomStoreOptions,
} from '../types.js';
import { createErrorReport } from './error-reports.js';
import { canJoin, invalidState, isWrongPassword, toRoomId } from './guards.js';
import { JoinChoices } from './join-choices.js';
import { LocalControls } from './local-controls.js';
import { Participants } from './participants.js';
import { Phases } from './phases.js';
import { Releases } from './releases.js';
import { RoomAttempt } from './room-attempt.js';
import type * as WayInModule from './way-in.js';
import type { WayInParts } from './way-in.js';

/**
 * The life of a room: its attempts, one after the other, with the beginning and the end of each.
 * The steps in between are in `way-in.ts`, which loads with the first opened room.
 */
export class RoomFlow implements WayInParts {
  readonly services: RoomServices;
  readonly events: Emitter<RoomStoreEvents>;
  readonly report: (error: FfcError) => void;
  readonly phases: Phases;
  readonly me = createCell<Member | undefined>(undefined);
  readonly recording = createCell(false);
  readonly choices: JoinChoices;
  readonly controls: LocalControls;
  readonly participants: Participants;
  options: RoomStoreOptions;
  readonly #releases = new Releases();
  #attempt: RoomAttempt | undefined;
  #disposed = false;

  constructor(services: RoomServices, events: Emitter<RoomStoreEvents>, options: RoomStoreOptions) {
    this.services = services;
    this.events = events;
    this.options = options;
    this.report = createErrorReport(events);
    this.phases = new Phases(events, () => this.participants.hasHost());
    this.choices = new JoinChoices(options);
    this.controls = new LocalControls({
      events,
      choices: this.choices,
      attempt: () => this.#attempt,
      report: this.report,
    });
    this.participants = new Participants(events, this.controls.setLocal);
  }

  get session(): RtcSession | undefined {
    return this.#attempt?.session?.current;
  }

  configure(options: RoomStoreOptions): void {
    this.options = options;
    const isObserver = this.choices.configure(options);
    if (isObserver) this.controls.turnOffUnintended().catch(() => {});
    const attempt = this.#attempt;
    // A page without a preview shows no picture of the camera.
    if (attempt && options.noPreview && this.phases.cell.getSnapshot().state === 'prejoin') {
      this.releaseSession(attempt);
    }
  }

  async open(roomId: string, password?: string): Promise<void> {
    if (this.#disposed) throw invalidState('The store is disposed.');
    this.#end();
    const before = this.phases.cell.getSnapshot();
    const former = this.#attempt;
    const attempt = (this.#attempt = new RoomAttempt(roomId, password, this.services));
    // A retry after a takeover by another tab takes the call back, unless the member is another.
    attempt.takesOver =
      former?.roomId === roomId &&
      before.state === 'removed' &&
      before.reason === 'duplicate-identity';
    attempt.memberBefore = former?.memberId;
    this.choices.open(roomId);
    this.me.set(undefined);
    this.phases.set({ state: 'loading', roomId });
    attempt.opening = this.step(attempt, async () => {
      const { signal } = attempt;
      attempt.prepare(this.services, this.choices, this.options);
      // First, as it may throw: the load would then reject without a handler.
      const asked = this.services.rooms.getRoom(toRoomId(roomId), { signal });
      const [answer, { WayIn }] = await Promise.all([asked, loadWayIn()]);
      signal.throwIfAborted();
      attempt.wayIn = new WayIn(attempt, this);
      await attempt.wayIn.begin(answer);
    });
    return attempt.opening;
  }

  async submitPassword(password: string): Promise<void> {
    const attempt = this.#current;
    const phase = this.phases.cell.getSnapshot();
    if (!attempt || phase.state !== 'password' || phase.checking) {
      throw invalidState('No password needed.');
    }
    const { room } = phase;
    this.phases.set({ ...phase, checking: true, rejected: false });
    const check = this.step(attempt, async () => attempt.wayIn?.tryPassword(room, password));
    await check.catch((error: unknown) => {
      if (!isWrongPassword(error)) throw error;
    });
  }

  async join(options: JoinOptions): Promise<void> {
    const attempt = this.#current;
    const phase = this.phases.cell.getSnapshot();
    const { password, ...choices } = options;
    if (attempt && phase.state === 'loading') {
      this.choices.choose(choices);
      attempt.pendingJoin = choices;
      attempt.password = password ?? attempt.password;
      attempt.prepare(this.services, this.choices, this.options);
      await attempt.opening;
      if (!isInCall(this.phases.cell.getSnapshot().state)) throw invalidState('See the phase.');
      return;
    }
    if (!attempt || !canJoin(phase, password)) {
      throw invalidState('No room waits for join().');
    }
    this.choices.choose(choices);
    attempt.password = password ?? attempt.password;
    await this.step(attempt, async () => attempt.wayIn?.connect(phase.room, choices));
  }

  async leave(): Promise<void> {
    const attempt = this.#current;
    if (this.phases.cell.getSnapshot().state !== 'left') {
      if (!attempt?.room) throw invalidState('No room to leave.');
      attempt.password = undefined;
      this.finish({ state: 'left', room: attempt.room });
    }
    await this.settled();
  }

  async retry(): Promise<void> {
    const attempt = this.#attempt;
    // The last attempt is kept after its end, until another one replaces it.
    if (!attempt?.signal.aborted) throw invalidState('Nothing to retry.');
    return this.open(attempt.roomId, attempt.password);
  }

  forgetMember(): void {
    if (this.#attempt) this.#attempt.password = undefined;
    this.choices.forgetMember();
  }

  async close(): Promise<void> {
    this.#end();
    this.#attempt = undefined;
    this.phases.set({ state: 'idle' });
    await this.settled();
  }

  dispose(): Promise<void> {
    this.#disposed = true;
    return this.close();
  }

  fail(error: FfcError): void {
    if (this.#disposed) return;
    this.finish({ state: 'failed', error, room: this.#attempt?.room });
    this.report(error);
  }

  /** Resolves once all ended sessions have released their devices. */
  settled(): Promise<void> {
    return this.#releases.settled();
  }

  get #current(): RoomAttempt | undefined {
    return this.#attempt?.signal.aborted ? undefined : this.#attempt;
  }

  /** Runs a step of an attempt. Its failure becomes the phase, unless the attempt is over. */
  async step(attempt: RoomAttempt, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (thrown) {
      const error = attempt.errorOf(thrown);
      if (attempt.signal.aborted) throw error;
      if (!(await attempt.wayIn?.survives(error))) this.fail(error);
      throw error;
    }
  }

  /** Ends the attempt with a phase. */
  finish(phase: RoomPhase): void {
    this.#end();
    this.phases.set(phase);
  }

  /** Releases the devices, and leaves the attempt as it is. */
  releaseSession(attempt: RoomAttempt): void {
    this.#release(attempt.releaseSession());
  }

  /** Ends the attempt. The caller sets the phase. */
  #end(): void {
    if (this.#current) this.#release(this.#current.end());
  }

  /** Empties the room, and keeps the release until it is done. */
  #release(released: Promise<void>): void {
    this.#releases.add(released);
    this.participants.clear();
    this.controls.reset();
  }
}

/** Loads the module. Rejects with `load-failed`. */
function loadWayIn(): Promise<typeof WayInModule> {
  return import('./way-in.js').catch((cause: unknown) => {
    throw loadFailed('The code for rooms could not be loaded.', cause);
  });
}
