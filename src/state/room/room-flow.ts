import type { Member, PushEvent, VideoRoom } from '../../api/types.js';
import { type Cell, createCell } from '../../core/cell.js';
import type { Emitter } from '../../core/emitter.js';
import type { FfcError } from '../../core/errors.js';
import type { RtcConnection, RtcSession } from '../../rtc/session.js';
import { isInCall } from '../phase.js';
import { isOver, isUpcoming, startOf } from '../room-rules.js';
import type {
  JoinOptions,
  RoomPhase,
  RoomServices,
  RoomStoreEvents,
  RoomStoreOptions,
} from '../types.js';
import { phaseAfter } from './connection-phase.js';
import { sessionOptions } from './device-memory.js';
import { createErrorReport } from './error-reports.js';
import { assertJoinable, canJoin, invalidState, isWrongPassword } from './guards.js';
import { joinCall } from './join-call.js';
import { JoinChoices } from './join-choices.js';
import { loadMe, loadRoom } from './load-room.js';
import { LocalControls } from './local-controls.js';
import { OwnedSession } from './owned-session.js';
import { Participants } from './participants.js';
import { passwordPhase, Phases } from './phases.js';
import { followRecording } from './recording.js';
import { Releases } from './releases.js';
import { RoomAttempt } from './room-attempt.js';

/** The state machine of a room: which phase follows which, and the work in between. */
export class RoomFlow {
  readonly phase: Cell<RoomPhase>;
  readonly me = createCell<Member | undefined>(undefined);
  readonly recording = createCell(false);
  readonly choices: JoinChoices;
  readonly controls: LocalControls;
  readonly participants: Participants;
  options: RoomStoreOptions;
  readonly #phases: Phases;
  readonly #services: RoomServices;
  readonly #events: Emitter<RoomStoreEvents>;
  readonly #report: (error: FfcError) => void;
  readonly #releases = new Releases();
  #attempt: RoomAttempt | undefined;
  #disposed = false;

  constructor(services: RoomServices, events: Emitter<RoomStoreEvents>, options: RoomStoreOptions) {
    this.#services = services;
    this.#events = events;
    this.options = options;
    this.#report = createErrorReport(events);
    this.#phases = new Phases(events);
    this.phase = this.#phases.cell;
    this.choices = new JoinChoices(options);
    this.controls = new LocalControls({
      events,
      choices: this.choices,
      attempt: () => this.#attempt,
      report: this.#report,
    });
    this.participants = new Participants(events, (tracks) => this.controls.setTracks(tracks));
  }

  get session(): RtcSession | undefined {
    return this.#attempt?.session?.current;
  }

  configure(options: RoomStoreOptions): void {
    this.options = options;
    this.choices.configure(options);
  }

  async open(roomId: string, password?: string): Promise<void> {
    if (this.#disposed) throw invalidState('The store is disposed.');
    this.#end();
    const attempt = (this.#attempt = new RoomAttempt(roomId, password, this.#services));
    this.choices.open(roomId);
    this.me.set(undefined);
    this.#phases.set({ state: 'loading', roomId });
    attempt.opening = this.#step(attempt, async () => {
      const { signal } = attempt;
      attempt.prepare(this.#services, this.choices, this.options);
      const room = (attempt.room = await loadRoom(this.#services.rooms, roomId, signal));
      assertJoinable(room);
      if (isOver(room)) return this.#finishOver(room);
      this.#services.push?.subscribe((event) => this.#onPush(attempt, event), { signal });
      await this.#proceed(attempt, room);
    });
    return attempt.opening;
  }

  async submitPassword(password: string): Promise<void> {
    const attempt = this.#current;
    const phase = this.phase.getSnapshot();
    if (!attempt || phase.state !== 'password' || phase.checking) {
      throw invalidState('No password is needed.');
    }
    const { room } = phase;
    this.#phases.set({ ...phase, checking: true, rejected: false });
    const check = this.#step(attempt, async () => {
      const { signal } = attempt;
      // The service has no call that only checks. A join that follows at once uses the token.
      await attempt.grants.ask(room.id, this.choices.tokenInput(password));
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
    const { password, ...choices } = options;
    if (attempt && phase.state === 'loading') {
      this.choices.choose(choices);
      attempt.pendingJoin = choices;
      attempt.password = password ?? attempt.password;
      attempt.prepare(this.#services, this.choices, this.options);
      await attempt.opening;
      if (!isInCall(this.phase.getSnapshot().state)) throw invalidState('See the phase for why.');
      return;
    }
    if (!attempt || !canJoin(phase, password)) {
      throw invalidState('The room does not wait for join().');
    }
    this.choices.choose(choices);
    attempt.password = password ?? attempt.password;
    await this.#step(attempt, () => this.#connect(attempt, phase.room, choices));
  }

  async leave(): Promise<void> {
    const attempt = this.#current;
    if (this.phase.getSnapshot().state !== 'left') {
      if (!attempt?.room) throw invalidState('There is no room to leave.');
      attempt.password = undefined;
      this.#finish({ state: 'left', room: attempt.room });
    }
    await this.settled();
  }

  async retry(): Promise<void> {
    const attempt = this.#attempt;
    // The last attempt stays after its end, until another one replaces it.
    if (!attempt?.signal.aborted) throw invalidState('There is nothing to retry.');
    return this.open(attempt.roomId, attempt.password);
  }

  forgetMember(): void {
    if (this.#attempt) this.#attempt.password = undefined;
    this.choices.forget();
  }

  async close(): Promise<void> {
    this.#end();
    this.#attempt = undefined;
    this.#phases.set({ state: 'idle' });
    await this.settled();
  }

  dispose(): Promise<void> {
    this.#disposed = true;
    return this.close();
  }

  fail(error: FfcError): void {
    if (this.#disposed) return;
    this.#finish({ state: 'failed', error, room: this.#attempt?.room });
    this.#report(error);
  }

  /** Resolves once all sessions that ended have released what they hold. */
  settled(): Promise<void> {
    return this.#releases.settled();
  }

  get #current(): RoomAttempt | undefined {
    return this.#attempt?.signal.aborted ? undefined : this.#attempt;
  }

  /** Leads on from a loaded room; where its time is still to come, by itself when that has come. */
  async #proceed(attempt: RoomAttempt, room: VideoRoom): Promise<void> {
    const isLater = isUpcoming(room, this.#services.now?.() ?? Date.now());
    const needsPassword = room.policy.hasPassword && attempt.password === undefined;
    if (!isLater && !needsPassword) return this.#enter(attempt, room);
    attempt.grants.drop();
    if (!isLater) return this.#phases.set(passwordPhase(room));
    this.#phases.set({ state: 'scheduled', room, startsAt: startOf(room) ?? 0 });
    this.#step(attempt, async () => {
      const { untilStart } = await import('./scheduled.js');
      const started = await untilStart(attempt, room, this.#services, this.#phases);
      if (started) await this.#proceed(attempt, (attempt.room = started));
    }).catch(() => {});
  }

  async #enter(attempt: RoomAttempt, room: VideoRoom): Promise<void> {
    const pendingJoin = attempt.pendingJoin ?? (this.options.autoJoin ? {} : undefined);
    if (pendingJoin) return this.#connect(attempt, room, pendingJoin);
    attempt.grants.drop();
    this.#phases.set({ state: 'prejoin', room });
    if (!this.options.noPreview && !attempt.hasPreview) this.#startPreview(attempt);
  }

  #startPreview(attempt: RoomAttempt): void {
    const session = this.#makeSession(attempt);
    attempt.hasPreview = true;
    this.choices.start();
    session.ready.catch((thrown: unknown) => {
      if (!session.signal.aborted) this.fail(session.errorOf(thrown));
    });
    this.controls.turnOnIntended();
    void loadMe(this.#services.member, this.me, attempt.signal);
  }

  async #connect(attempt: RoomAttempt, room: VideoRoom, options: JoinOptions): Promise<void> {
    this.#phases.set({ state: 'connecting', room });
    this.choices.start();
    await joinCall(attempt, room.id, options, {
      session: this.#makeSession(attempt),
      choices: this.choices,
      controls: this.controls,
      options: this.options,
    });
    attempt.pendingJoin = undefined;
  }

  #makeSession(attempt: RoomAttempt): OwnedSession {
    return (attempt.session ??= new OwnedSession(
      () => this.#services.createSession(sessionOptions(this.options)),
      (session, signal) => {
        this.controls.follow(session, signal);
        this.participants.follow(session, signal);
        followRecording(session, signal, this.recording, this.#events);
        session.on('connection-change', (now) => this.#onConnection(attempt.room, now), { signal });
        session.on('track-failed', ({ error }) => this.#report(error), { signal });
      },
    ));
  }

  #onPush(attempt: RoomAttempt, event: PushEvent): void {
    if (event.type !== 'room-change' || event.roomId !== attempt.room?.id) return;
    const room = (attempt.room = { ...attempt.room, videoRoomState: event.videoRoomState });
    const phase = this.phase.getSnapshot();
    // Only the media server ends a running call: the stream's news may come too early.
    if (isOver(room) && !isInCall(phase.state)) this.#finishOver(room);
    else if (phase.state === 'scheduled' && startOf(room) === undefined) {
      this.#step(attempt, () => this.#proceed(attempt, room)).catch(() => {});
    } else if ('room' in phase) this.phase.set({ ...phase, room });
  }

  #onConnection(room: VideoRoom | undefined, connection: RtcConnection): void {
    const next = room && phaseAfter(this.phase.getSnapshot(), room, connection);
    if (next?.state === 'failed') this.fail(next.error);
    else if (next && connection.state === 'disconnected') this.#finish(next);
    else if (next) this.#phases.set(next);
    // A call that was made while the connection was away may have failed.
    if (next?.state === 'connected') this.controls.turnOffUnintended().catch(() => {});
  }

  /** Runs a step of an attempt. Its failure becomes the phase, unless the attempt is over. */
  async #step(attempt: RoomAttempt, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (thrown) {
      const error = attempt.errorOf(thrown);
      if (attempt.signal.aborted) throw error;
      if (isWrongPassword(error) && attempt.room) {
        attempt.password = undefined;
        // The form for the password shows no picture of the camera.
        this.#release(attempt.releaseSession());
        this.#phases.set(passwordPhase(attempt.room, ++attempt.wrongPasswords));
        this.#report(error);
      } else this.fail(error);
      throw error;
    }
  }

  #finishOver(room: VideoRoom): void {
    this.#finish({ state: 'ended', room, cause: 'over' });
  }

  #finish(phase: RoomPhase): void {
    this.#end();
    this.#phases.set(phase);
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
