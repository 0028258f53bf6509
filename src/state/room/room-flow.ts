import type { PushEvent, VideoRoom } from '../../api/types.js';
import { createCell } from '../../core/cell.js';
import type { Emitter } from '../../core/emitter.js';
import { FfcError, isAbort } from '../../core/errors.js';
import type { RtcConnection, RtcSession } from '../../rtc/session.js';
import type {
  JoinOptions,
  RoomPhase,
  RoomServices,
  RoomStoreEvents,
  RoomStoreOptions,
} from '../types.js';
import { assertJoinable, invalidState, isOver, toRoomId } from './admission.js';
import { phaseAfter } from './connection-phase.js';
import { recallDevices } from './device-memory.js';
import type { LocalControls } from './local-controls.js';
import type { People } from './people.js';
import { SessionCalls } from './session-calls.js';
import { Visit } from './visit.js';

/** What the flow moves along with it. */
export interface RoomFlowParts {
  readonly services: RoomServices;
  readonly events: Emitter<RoomStoreEvents>;
  readonly people: People;
  readonly controls: LocalControls;
}

/** The state machine of a room: which phase comes after which, and what has to be done for it. */
export class RoomFlow {
  readonly phase = createCell<RoomPhase>({ state: 'idle' });
  /** What can be asked of the session while a visit goes on. */
  readonly calls: SessionCalls;
  options: RoomStoreOptions;
  readonly #services: RoomServices;
  readonly #events: Emitter<RoomStoreEvents>;
  readonly #people: People;
  readonly #controls: LocalControls;
  readonly #reported = new WeakSet<FfcError>();
  /** Sessions that are still giving up what they hold. */
  readonly #ending = new Set<Promise<void>>();
  #visit: Visit | undefined;
  #disposed = false;

  constructor({ services, events, people, controls }: RoomFlowParts, options: RoomStoreOptions) {
    this.#services = services;
    this.#events = events;
    this.#people = people;
    this.#controls = controls;
    this.options = options;
    this.calls = new SessionCalls({
      visit: () => this.#current,
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
    const visit = (this.#visit = new Visit(roomId, password));
    this.#setPhase({ state: 'loading', roomId });
    visit.opening = this.#step(visit, async () => {
      const { signal } = visit;
      const room = await this.#services.rooms.getRoom(toRoomId(roomId), { signal });
      signal.throwIfAborted();
      visit.room = room;
      assertJoinable(room);
      if (isOver(room)) return this.#finish({ state: 'ended', room });
      this.#services.push?.subscribe((event) => this.#onPush(visit, event), { signal });
      if (room.policy.hasPassword && visit.password === undefined) {
        this.#setPhase({ state: 'password', room, checking: false, rejected: false });
      } else await this.#enter(visit, room);
    });
    return visit.opening;
  }

  async submitPassword(password: string): Promise<void> {
    const visit = this.#current;
    const phase = this.phase.getSnapshot();
    if (!visit || phase.state !== 'password' || phase.checking) {
      throw invalidState('No password is asked for now.');
    }
    const { room } = phase;
    this.#setPhase({ ...phase, checking: true, rejected: false });
    const check = this.#step(visit, async () => {
      const { signal } = visit;
      // The service has no call that only checks: what it issues here is never used.
      await this.#services.member.issueRtcToken(room.id, { password }, { signal });
      signal.throwIfAborted();
      visit.password = password;
      await this.#enter(visit, room);
    });
    await check.catch((error: unknown) => {
      if (!isWrongPassword(error)) throw error;
    });
  }

  async join(options: JoinOptions): Promise<void> {
    const visit = this.#current;
    const phase = this.phase.getSnapshot();
    const { password, ...wish } = options;
    if (visit && phase.state === 'loading') {
      visit.wish = wish;
      visit.password = password ?? visit.password;
      await visit.opening;
      if (!this.#isInCall) throw invalidState('The room did not let in: see its phase.');
      return;
    }
    const admitted =
      phase.state === 'prejoin' ||
      (phase.state === 'password' && !phase.checking && password !== undefined);
    if (!visit || !admitted) throw invalidState('join() needs a room that waits for it.');
    visit.password = password ?? visit.password;
    await this.#step(visit, () => this.#connect(visit, phase.room, wish));
  }

  async leave(): Promise<void> {
    const visit = this.#current;
    const phase = this.phase.getSnapshot();
    if (phase.state !== 'left') {
      if (!visit?.room) throw invalidState('There is no room to leave.');
      visit.password = undefined;
      this.#finish({ state: 'left', room: visit.room });
    }
    await this.settled();
  }

  async retry(): Promise<void> {
    const visit = this.#visit;
    // A visit whose time is over is the last one, until another room is opened.
    if (!visit?.signal.aborted) throw invalidState('There is nothing to retry.');
    return this.open(visit.roomId, visit.password);
  }

  async close(): Promise<void> {
    this.#end();
    this.#visit = undefined;
    this.#setPhase({ state: 'idle' });
    await this.settled();
  }

  async dispose(): Promise<void> {
    this.#disposed = true;
    await this.close();
  }

  fail(error: FfcError): void {
    if (this.#disposed) return;
    this.#finish({ state: 'failed', error, room: this.#visit?.room });
    this.#report(error);
  }

  /** Resolves once all that ended is gone. */
  async settled(): Promise<void> {
    await Promise.all(this.#ending);
  }

  get #current(): Visit | undefined {
    return this.#visit?.signal.aborted ? undefined : this.#visit;
  }

  get #isInCall(): boolean {
    return ['connected', 'reconnecting'].includes(this.phase.getSnapshot().state);
  }

  async #enter(visit: Visit, room: VideoRoom): Promise<void> {
    const wish = visit.wish ?? (this.options.autoJoin ? {} : undefined);
    if (wish) return this.#connect(visit, room, wish);
    this.#setPhase({ state: 'prejoin', room });
    if (!this.options.noPreview && !visit.preview) this.#startPreview(visit);
  }

  #startPreview(visit: Visit): void {
    const { startMuted, startCameraOff } = this.options;
    visit.preview = true;
    // What goes wrong is the visit's failure, or a control's: told by then.
    this.#step(visit, () => this.#makeSession(visit)).catch(() => {});
    if (!startMuted) this.calls.turnOn('microphone');
    if (!startCameraOff) this.calls.turnOn('camera');
  }

  async #connect(visit: Visit, room: VideoRoom, options: JoinOptions): Promise<void> {
    this.#setPhase({ state: 'connecting', room });
    const { password, signal } = visit;
    const { startMuted, startCameraOff, autoSubscribe, displayName } = this.options;
    const name = options.displayName ?? displayName;
    const [session, grant] = await Promise.all([
      this.#makeSession(visit),
      this.#services.member.issueRtcToken(room.id, password === undefined ? {} : { password }, {
        signal,
      }),
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
      ...(name && { displayName: name }),
    });
    signal.throwIfAborted();
    visit.wish = undefined;
    if (options.microphone ?? !(visit.preview || startMuted)) this.calls.turnOn('microphone');
    if (options.camera ?? !(visit.preview || startCameraOff)) this.calls.turnOn('camera');
  }

  #makeSession(visit: Visit): Promise<RtcSession> {
    const { storage, dataSaver = false } = this.options;
    return visit.makeSession(
      () => this.#services.createSession({ ...recallDevices(storage), dataSaver }),
      (session, signal) => {
        this.#controls.follow(session, signal);
        this.#people.follow(session, signal);
        session.on('connection-change', (now) => this.#onConnection(visit.room, now), { signal });
        session.on('track-failed', ({ error }) => this.#report(error), { signal });
      },
    );
  }

  #onPush(visit: Visit, event: PushEvent): void {
    if (event.type !== 'room-change' || event.roomId !== visit.room?.id) return;
    const room = (visit.room = { ...visit.room, videoRoomState: event.videoRoomState });
    const phase = this.phase.getSnapshot();
    // A call ends when the media server says so: nobody is cut off by news that came too early.
    if (isOver(room) && !this.#isInCall) this.#finish({ state: 'ended', room });
    else if ('room' in phase) this.phase.set({ ...phase, room });
  }

  #onConnection(room: VideoRoom | undefined, connection: RtcConnection): void {
    const next = room && phaseAfter(this.phase.getSnapshot(), room, connection);
    if (next?.state === 'failed') this.fail(next.error);
    else if (next && connection.state === 'disconnected') this.#finish(next);
    else if (next) this.#setPhase(next);
  }

  /** Does a part of a visit: what goes wrong in it is the visit's failure, unless it is over. */
  async #step(visit: Visit, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (thrown) {
      const error = visit.errorOf(thrown);
      if (visit.signal.aborted) throw error;
      if (isWrongPassword(error) && visit.room) {
        visit.password = undefined;
        this.#setPhase({ state: 'password', room: visit.room, checking: false, rejected: true });
        this.#report(error);
      } else this.fail(error);
      throw error;
    }
  }

  #finish(phase: RoomPhase): void {
    this.#end();
    this.#setPhase(phase);
  }

  /** Ends the visit and empties the room, the phase apart. */
  #end(): void {
    const visit = this.#current;
    if (!visit) return;
    const ending = visit.end().finally(() => this.#ending.delete(ending));
    this.#ending.add(ending);
    this.#people.clear();
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
