import type { PushEvent, VideoRoom } from '../../api/types.js';
import { createCell } from '../../core/cell.js';
import type { Emitter } from '../../core/emitter.js';
import { FfcError, isAbort } from '../../core/errors.js';
import type { RtcConnection, RtcSession } from '../../rtc/session.js';
import { toTokenInput } from '../member.js';
import { isInCall } from '../phase.js';
import type {
  JoinOptions,
  RoomPhase,
  RoomServices,
  RoomStoreEvents,
  RoomStoreOptions,
} from '../types.js';
import { assertJoinable, invalidState, isRoomOver, toRoomId } from './guards.js';
import { phaseAfter } from './connection-phase.js';
import { recallDevices } from './device-memory.js';
import type { LocalControls } from './local-controls.js';
import type { Participants } from './participants.js';
import { SessionCalls } from './session-calls.js';
import { RoomAttempt } from './room-attempt.js';

/** What the flow moves along with it. */
export interface RoomFlowParts {
  readonly services: RoomServices;
  readonly events: Emitter<RoomStoreEvents>;
  readonly participants: Participants;
  readonly controls: LocalControls;
}

/** The state machine of a room: which phase comes after which, and what has to be done for it. */
export class RoomFlow {
  readonly phase = createCell<RoomPhase>({ state: 'idle' });
  /** What can be asked of the session while an attempt goes on. */
  readonly calls: SessionCalls;
  options: RoomStoreOptions;
  readonly #services: RoomServices;
  readonly #events: Emitter<RoomStoreEvents>;
  readonly #participants: Participants;
  readonly #controls: LocalControls;
  readonly #reported = new WeakSet<FfcError>();
  /** Sessions that are still giving up what they hold. */
  readonly #ending = new Set<Promise<void>>();
  #attempt: RoomAttempt | undefined;
  #disposed = false;

  constructor(
    { services, events, participants, controls }: RoomFlowParts,
    options: RoomStoreOptions,
  ) {
    this.#services = services;
    this.#events = events;
    this.#participants = participants;
    this.#controls = controls;
    this.options = options;
    this.calls = new SessionCalls({
      attempt: () => this.#current,
      controls,
      report: (error) => this.#report(error),
    });
  }

  get session(): RtcSession | undefined {
    return this.#current?.session;
  }

  async open(roomId: string, password?: string): Promise<void> {
    if (this.#disposed) throw invalidState('The store is disposed.');
    this.#end();
    const attempt = (this.#attempt = new RoomAttempt(roomId, password));
    this.#setPhase({ state: 'loading', roomId });
    attempt.opening = this.#step(attempt, async () => {
      const { signal } = attempt;
      const room = await this.#services.rooms.getRoom(toRoomId(roomId), { signal });
      signal.throwIfAborted();
      attempt.room = room;
      assertJoinable(room);
      if (isRoomOver(room)) return this.#finish({ state: 'ended', room });
      this.#services.push?.subscribe((event) => this.#onPush(attempt, event), { signal });
      if (room.policy.hasPassword && attempt.password === undefined) {
        this.#setPhase({ state: 'password', room, checking: false, rejected: false });
      } else await this.#enter(attempt, room);
    });
    return attempt.opening;
  }

  async submitPassword(password: string): Promise<void> {
    const attempt = this.#current;
    const phase = this.phase.getSnapshot();
    if (!attempt || phase.state !== 'password' || phase.checking) {
      throw invalidState('No password is asked for now.');
    }
    const { room } = phase;
    this.#setPhase({ ...phase, checking: true, rejected: false });
    const check = this.#step(attempt, async () => {
      const { signal } = attempt;
      // The service has no call that only checks: what it issues here is never used.
      await this.#services.member.issueRtcToken(room.id, { password }, { signal });
      signal.throwIfAborted();
      attempt.password = password;
      await this.#enter(attempt, room);
    });
    await check.catch((error: unknown) => {
      if (!isWrongPassword(error)) throw error;
    });
  }

  async join(options: JoinOptions): Promise<void> {
    const attempt = this.#current;
    const phase = this.phase.getSnapshot();
    const { password, ...pendingJoin } = options;
    if (attempt && phase.state === 'loading') {
      attempt.pendingJoin = pendingJoin;
      attempt.password = password ?? attempt.password;
      await attempt.opening;
      if (!this.#isInCall) throw invalidState('The room did not let in: see its phase.');
      return;
    }
    const admitted =
      phase.state === 'prejoin' ||
      (phase.state === 'password' && !phase.checking && password !== undefined);
    if (!attempt || !admitted) throw invalidState('join() needs a room that waits for it.');
    attempt.password = password ?? attempt.password;
    await this.#step(attempt, () => this.#connect(attempt, phase.room, pendingJoin));
  }

  async leave(): Promise<void> {
    const attempt = this.#current;
    const phase = this.phase.getSnapshot();
    if (phase.state !== 'left') {
      if (!attempt?.room) throw invalidState('There is no room to leave.');
      attempt.password = undefined;
      this.#finish({ state: 'left', room: attempt.room });
    }
    await this.settled();
  }

  async retry(): Promise<void> {
    const attempt = this.#attempt;
    // An attempt whose time is over is the last one, until another room is opened.
    if (!attempt?.signal.aborted) throw invalidState('There is nothing to retry.');
    return this.open(attempt.roomId, attempt.password);
  }

  async close(): Promise<void> {
    this.#end();
    this.#attempt = undefined;
    this.#setPhase({ state: 'idle' });
    await this.settled();
  }

  async dispose(): Promise<void> {
    this.#disposed = true;
    await this.close();
  }

  fail(error: FfcError): void {
    if (this.#disposed) return;
    this.#finish({ state: 'failed', error, room: this.#attempt?.room });
    this.#report(error);
  }

  /** Resolves once all that ended is gone. */
  async settled(): Promise<void> {
    await Promise.all(this.#ending);
  }

  get #current(): RoomAttempt | undefined {
    return this.#attempt?.signal.aborted ? undefined : this.#attempt;
  }

  get #isInCall(): boolean {
    return isInCall(this.phase.getSnapshot().state);
  }

  async #enter(attempt: RoomAttempt, room: VideoRoom): Promise<void> {
    const pendingJoin = attempt.pendingJoin ?? (this.options.autoJoin ? {} : undefined);
    if (pendingJoin) return this.#connect(attempt, room, pendingJoin);
    this.#setPhase({ state: 'prejoin', room });
    if (!this.options.noPreview && !attempt.preview) this.#startPreview(attempt);
  }

  #startPreview(attempt: RoomAttempt): void {
    const { startMuted, startCameraOff } = this.options;
    attempt.preview = true;
    // What goes wrong is the attempt's failure, or a control's: told by then.
    this.#step(attempt, () => this.#makeSession(attempt)).catch(() => {});
    if (!startMuted) this.calls.turnOn('microphone');
    if (!startCameraOff) this.calls.turnOn('camera');
  }

  async #connect(attempt: RoomAttempt, room: VideoRoom, options: JoinOptions): Promise<void> {
    this.#setPhase({ state: 'connecting', room });
    const { password, signal } = attempt;
    const { startMuted, startCameraOff, autoSubscribe, displayName } = this.options;
    const name = options.displayName ?? displayName;
    const [session, grant] = await Promise.all([
      this.#makeSession(attempt),
      this.#services.member.issueRtcToken(room.id, toTokenInput(password, name), { signal }),
    ]);
    signal.throwIfAborted();
    // Before connecting, so that not a word gets out of a microphone that is not wanted.
    if (options.microphone === false) await this.calls.turnOff('microphone');
    if (options.camera === false) await this.calls.turnOff('camera');
    signal.throwIfAborted();
    await session.connect({
      url: grant.webRtcServerUrl,
      token: grant.webRtcToken,
      signal,
      ...(autoSubscribe !== undefined && { autoSubscribe }),
    });
    signal.throwIfAborted();
    attempt.pendingJoin = undefined;
    if (options.microphone ?? !(attempt.preview || startMuted)) this.calls.turnOn('microphone');
    if (options.camera ?? !(attempt.preview || startCameraOff)) this.calls.turnOn('camera');
  }

  #makeSession(attempt: RoomAttempt): Promise<RtcSession> {
    const { storage, dataSaver = false } = this.options;
    return attempt.makeSession(
      () => this.#services.createSession({ ...recallDevices(storage), dataSaver }),
      (session, signal) => {
        this.#controls.follow(session, signal);
        this.#participants.follow(session, signal);
        session.on('connection-change', (now) => this.#onConnection(attempt.room, now), { signal });
        session.on('track-failed', ({ error }) => this.#report(error), { signal });
      },
    );
  }

  #onPush(attempt: RoomAttempt, event: PushEvent): void {
    if (event.type !== 'room-change' || event.roomId !== attempt.room?.id) return;
    const room = (attempt.room = { ...attempt.room, videoRoomState: event.videoRoomState });
    const phase = this.phase.getSnapshot();
    // A call ends when the media server says so: nobody is cut off by news that came too early.
    if (isRoomOver(room) && !this.#isInCall) this.#finish({ state: 'ended', room });
    else if ('room' in phase) this.phase.set({ ...phase, room });
  }

  #onConnection(room: VideoRoom | undefined, connection: RtcConnection): void {
    const next = room && phaseAfter(this.phase.getSnapshot(), room, connection);
    if (next?.state === 'failed') this.fail(next.error);
    else if (next && connection.state === 'disconnected') this.#finish(next);
    else if (next) this.#setPhase(next);
  }

  /** Does a part of an attempt: what goes wrong in it is the attempt's failure, unless it is over. */
  async #step(attempt: RoomAttempt, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (thrown) {
      const error = attempt.errorOf(thrown);
      if (attempt.signal.aborted) throw error;
      if (isWrongPassword(error) && attempt.room) {
        attempt.password = undefined;
        this.#setPhase({ state: 'password', room: attempt.room, checking: false, rejected: true });
        this.#report(error);
      } else this.fail(error);
      throw error;
    }
  }

  #finish(phase: RoomPhase): void {
    this.#end();
    this.#setPhase(phase);
  }

  /** Ends the attempt and empties the room, the phase apart. */
  #end(): void {
    const attempt = this.#current;
    if (!attempt) return;
    const ending = attempt.end().finally(() => this.#ending.delete(ending));
    this.#ending.add(ending);
    this.#participants.clear();
    this.#controls.reset();
  }

  #setPhase(next: RoomPhase): void {
    const previous = this.phase.getSnapshot().state;
    this.phase.set(next);
    const { state } = next;
    if (state !== previous) this.#events.emit('state-change', { state, previous });
  }

  #report(error: FfcError): void {
    if (isAbort(error) || error.reason === 'invalid-state' || this.#reported.has(error)) return;
    this.#reported.add(error);
    this.#events.emit('error', { error });
  }
}

function isWrongPassword(error: unknown): boolean {
  return error instanceof FfcError && error.reason === 'wrong-password';
}
