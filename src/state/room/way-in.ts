import type { ApprovalAnswer } from '../../api/approval-types.js';
import type { Member, PushEvent, VideoRoom } from '../../api/types.js';
import type { Cell } from '../../core/cell.js';
import type { Emitter } from '../../core/emitter.js';
import type { FfcError } from '../../core/errors.js';
import type { RtcConnection } from '../../rtc/session.js';
import { isInCall } from '../phase.js';
import { isOver, isUpcoming, startOf } from '../room-rules.js';
import type {
  JoinOptions,
  RoomPhase,
  RoomServices,
  RoomStoreEvents,
  RoomStoreOptions,
} from '../types.js';
import * as choiceMemory from './choice-memory.js';
import { assertJoinable, isWrongPassword } from './guards.js';
import type * as JoinCall from './join-call.js';
import type { JoinChoices } from './join-choices.js';
import { loadMe, readRoom } from './load-room.js';
import type { LocalControls } from './local-controls.js';
import { OwnedSession } from './owned-session.js';
import type { Participants } from './participants.js';
import { passwordPhase, type Phases } from './phases.js';
import { followRecording } from './recording.js';
import type { RoomAttempt } from './room-attempt.js';

/**
 * The code that connects. It loads in the background of the preview, so that a click need not wait
 * for it.
 */
const loadJoining = (): Promise<typeof JoinCall> => import('./join-call.js');

/** The members of the room's flow that these steps use. */
export interface WayInParts {
  readonly services: RoomServices;
  readonly events: Emitter<RoomStoreEvents>;
  readonly phases: Phases;
  readonly choices: JoinChoices;
  readonly controls: LocalControls;
  readonly participants: Participants;
  readonly me: Cell<Member | undefined>;
  readonly recording: Cell<boolean>;
  readonly options: RoomStoreOptions;
  /** Runs a step of the attempt: its failure becomes the phase, unless the attempt is over. */
  step(attempt: RoomAttempt, work: () => Promise<unknown>): Promise<void>;
  /** Releases the devices, and leaves the attempt as it is. */
  releaseSession(attempt: RoomAttempt): void;
  fail(error: FfcError): void;
  /** Ends the attempt with a phase. */
  finish(phase: RoomPhase): void;
  readonly report: (error: FfcError) => void;
}

/**
 * The steps of one attempt from its loaded room to the call: the order of the phases, and the work
 * in between. It loads with the first opened room.
 */
export class WayIn {
  readonly #attempt: RoomAttempt;
  readonly #flow: WayInParts;
  #joining: typeof JoinCall | undefined;

  constructor(attempt: RoomAttempt, flow: WayInParts) {
    this.#attempt = attempt;
    this.#flow = flow;
  }

  /** @param answer The service's answer for the room. */
  async begin(answer: unknown): Promise<void> {
    const attempt = this.#attempt;
    const { signal } = attempt;
    const room = (attempt.room = readRoom(answer));
    this.#flow.choices.recall(choiceMemory);
    assertJoinable(room);
    if (isOver(room)) return this.#finishOver(room);
    this.#flow.services.push?.subscribe((event) => this.#onPush(event), { signal });
    await this.#proceed(room);
  }

  /** Checks a password, and continues if it is right. */
  async tryPassword(room: VideoRoom, password: string): Promise<void> {
    const { grants, signal } = this.#attempt;
    // The service has no call that only checks a password, so this requests a token. A join right
    // after that uses it.
    await grants
      .ask(room.id, this.#flow.choices.tokenInput(password))
      .catch(async (thrown: unknown) => {
        // The password was right, and joining means waiting for a host.
        if ((await this.#judge(thrown)) !== 'pending') throw thrown;
      });
    signal.throwIfAborted();
    this.#attempt.password = password;
    await this.#enter(room);
  }

  async connect(room: VideoRoom, join: JoinOptions): Promise<void> {
    const attempt = this.#attempt;
    const { phases, choices } = this.#flow;
    phases.set({ state: 'connecting', room });
    const joining = (this.#joining = await loadJoining());
    attempt.signal.throwIfAborted();
    await joining.checkTabs(attempt, room.id, this.#flow);
    choices.start();
    try {
      await joining.joinCall(attempt, room.id, join, this.#makeSession(), this.#flow);
    } catch (thrown) {
      if ((await this.#judge(thrown)) !== 'pending') throw thrown;
      await joining.waitForHost(attempt, room, this.#flow);
      return this.connect(room, join);
    }
    attempt.pendingJoin = undefined;
    void joining.holdCall(attempt, room.id, this.#flow).then((isTaken) => {
      if (isTaken) this.#finishElsewhere(room);
    });
  }

  /**
   * Handles a failure with a phase of its own: a wrong password, a refused admission, or a join
   * elsewhere. Resolves to false for all others, which lead to `failed`.
   */
  async survives(error: FfcError): Promise<boolean> {
    const attempt = this.#attempt;
    const answer = await this.#judge(error);
    if (attempt.signal.aborted) return true;
    if (attempt.room && answer === 'refused') {
      this.#flow.finish({ state: 'removed', room: attempt.room, reason: 'refused' });
      return true;
    }
    if (attempt.room && error.reason === 'duplicate-identity') {
      this.#finishElsewhere(attempt.room);
      return true;
    }
    if (!isWrongPassword(error) || !attempt.room) return false;
    attempt.password = undefined;
    // The form for the password has no preview, so the camera is released.
    this.#flow.releaseSession(attempt);
    this.#flow.phases.set(passwordPhase(attempt.room, ++attempt.wrongPasswords));
    this.#flow.report(error);
    return true;
  }

  /** Continues from a loaded room. For a scheduled room it waits for the start first. */
  async #proceed(room: VideoRoom): Promise<void> {
    const attempt = this.#attempt;
    const { services, phases } = this.#flow;
    const isLater = isUpcoming(room, services.now?.() ?? Date.now());
    const needsPassword = room.policy.hasPassword && attempt.password === undefined;
    if (!isLater && !needsPassword) return this.#enter(room);
    attempt.grants.drop();
    if (!isLater) return phases.set(passwordPhase(room));
    phases.set({ state: 'scheduled', room, startsAt: startOf(room) ?? 0 });
    const start = async (): Promise<void> => {
      const { untilStart } = await import('./scheduled.js');
      const started = await untilStart(attempt, room, services, phases);
      if (started) await this.#proceed((attempt.room = started));
    };
    this.#flow.step(attempt, start).catch(() => {});
  }

  async #enter(room: VideoRoom): Promise<void> {
    const attempt = this.#attempt;
    const { autoJoin, noPreview, observer } = this.#flow.options;
    const pendingJoin = attempt.pendingJoin ?? (autoJoin ? {} : undefined);
    if (pendingJoin) return this.connect(room, pendingJoin);
    attempt.grants.drop();
    this.#flow.phases.set({ state: 'prejoin', room });
    // Ignores a failure: a join reports it.
    loadJoining().catch(() => {});
    if (!noPreview && !observer && !attempt.hasPreview) this.#startPreview();
  }

  /** Reads the state of the approval from a failed request for an RTC token. */
  async #judge(thrown: unknown): Promise<ApprovalAnswer | undefined> {
    const error = this.#attempt.errorOf(thrown);
    // If the code fails to load, the failure stays as it is.
    const approval = error.status && (await this.#flow.services.approval?.().catch(() => {}));
    return approval ? approval.judge(error) : undefined;
  }

  #startPreview(): void {
    const attempt = this.#attempt;
    const flow = this.#flow;
    const { choices, controls, services, me } = flow;
    const session = this.#makeSession();
    attempt.hasPreview = true;
    choices.start();
    session.ready.catch((thrown: unknown) => {
      if (!session.signal.aborted) flow.fail(session.errorOf(thrown));
    });
    controls.turnOnIntended();
    void loadMe(services.member, me, attempt.signal);
    loadJoining().then(
      ({ warmUp }) => warmUp(attempt, session, flow),
      () => {},
    );
  }

  #makeSession(): OwnedSession {
    const flow = this.#flow;
    return (this.#attempt.session ??= new OwnedSession(
      () => flow.services.createSession(flow.choices.sessionOptions),
      (session, signal) => {
        flow.controls.follow(session, signal);
        flow.participants.follow(session, signal);
        followRecording(session, signal, flow.recording, flow.events);
        session.on('connection-change', (now) => this.#onConnection(now), { signal });
        session.on('track-failed', ({ error }) => flow.report(error), { signal });
      },
    ));
  }

  #onPush(event: PushEvent): void {
    const attempt = this.#attempt;
    const { phases } = this.#flow;
    if (event.type !== 'room-change' || event.roomId !== attempt.room?.id) return;
    const room = (attempt.room = { ...attempt.room, videoRoomState: event.videoRoomState });
    const phase = phases.cell.getSnapshot();
    // Only the media server ends a running call: the event stream may be too early.
    if (isOver(room) && !isInCall(phase.state)) this.#finishOver(room);
    else if (phase.state === 'scheduled' && startOf(room) === undefined) {
      this.#flow.step(attempt, () => this.#proceed(room)).catch(() => {});
    } else if ('room' in phase) phases.cell.set({ ...phase, room });
  }

  #onConnection(connection: RtcConnection): void {
    const flow = this.#flow;
    const { room } = this.#attempt;
    const next =
      room && this.#joining?.phaseAfter(flow.phases.cell.getSnapshot(), room, connection);
    if (next?.state === 'failed') flow.fail(next.error);
    else if (next && connection.state === 'disconnected') flow.finish(next);
    else if (next) flow.phases.set(next);
    // A switch during the reconnection may have failed, so it is repeated.
    if (next?.state === 'connected') flow.controls.turnOffUnintended().catch(() => {});
  }

  #finishElsewhere(room: VideoRoom): void {
    this.#flow.finish({ state: 'removed', room, reason: 'duplicate-identity' });
  }

  #finishOver(room: VideoRoom): void {
    this.#flow.finish({ state: 'ended', room, cause: 'over' });
  }
}
