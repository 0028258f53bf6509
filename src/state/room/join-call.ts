import { abortable } from '../../core/abort.js';
import type { Cell } from '../../core/cell.js';
import type { Member, VideoRoom } from '../../api/types.js';
import { FfcError } from '../../core/errors.js';
import { isOver } from '../room-rules.js';
import type { JoinOptions, RoomServices, RoomStoreOptions } from '../types.js';
import type { JoinChoices } from './join-choices.js';
import { loadRoom } from './load-room.js';
import type { LocalControls } from './local-controls.js';
import type { OwnedSession } from './owned-session.js';
import type { Participants } from './participants.js';
import type { Phases } from './phases.js';
import type { RoomAttempt } from './room-attempt.js';

export { phaseAfter } from './connection-phase.js';

/**
 * The milliseconds after which a token that was requested ahead is replaced: before it can expire.
 */
const renewAfter = 4 * 60_000;

/** The input of a join. */
export interface JoinCallParts {
  readonly choices: JoinChoices;
  readonly controls: LocalControls;
  readonly options: RoomStoreOptions;
  readonly services: RoomServices;
  readonly participants: Participants;
  readonly me: Cell<Member | undefined>;
  readonly phases: Phases;
  /** Releases the devices, and leaves the attempt as it is. */
  releaseSession(attempt: RoomAttempt): void;
}

/**
 * Connects the session of an attempt to its room. Rejects when that fails. A failing device does
 * not reject: its control has the error.
 *
 * @param join The options of this join, which the choices contain already.
 */
export async function joinCall(
  attempt: RoomAttempt,
  roomId: number,
  join: JoinOptions,
  owned: OwnedSession,
  parts: JoinCallParts,
): Promise<void> {
  const { signal } = attempt;
  const { choices, controls, options, services } = parts;
  const { autoSubscribe, media } = options;
  const input = choices.tokenInput(attempt.password);
  // The token of a preview may be minutes old, and the media server would still accept it.
  const isStale = attempt.hasPreview && attempt.grants.has(roomId, input);
  const stillOpen = isStale ? checkStillOpen(services, roomId, signal) : undefined;
  // Its failure is handled where it is awaited.
  stillOpen?.catch(() => {});
  const [session, grant] = await Promise.all([
    abortable(owned.ready, signal),
    attempt.grants.take(roomId, input),
  ]);
  signal.throwIfAborted();
  // This comes before connecting, so that an unwanted microphone never sends anything.
  await controls.turnOffUnintended();
  signal.throwIfAborted();
  const connected = session.connect({
    url: grant.webRtcServerUrl,
    token: grant.webRtcToken,
    signal,
    ...(media?.connectOptions && { connectOptions: media.connectOptions }),
    ...(autoSubscribe !== undefined && { autoSubscribe }),
  });
  await Promise.all([connected, stillOpen]);
  signal.throwIfAborted();
  // The others see what the preview showed: a device that failed in it stays off.
  controls.turnOnIntended((name) => !attempt.hasPreview || join[name] === true);
}

/**
 * Rejects when a room was deleted or closed since its token was requested. A failed request must
 * not end a working call.
 */
async function checkStillOpen(
  { rooms }: Pick<RoomServices, 'rooms'>,
  roomId: number,
  signal: AbortSignal,
): Promise<void> {
  try {
    const room = await loadRoom(rooms, String(roomId), signal);
    if (!isOver(room)) return;
  } catch (thrown) {
    if (thrown instanceof FfcError && /^(room-)?not-found$/.test(thrown.reason)) throw thrown;
    return;
  }
  throw new FfcError({
    reason: 'room-ended',
    stage: 'api',
    message: 'The room is over by now.',
  });
}

/**
 * Rejects when another tab of this browser has the call, unless the person takes it over. A page may
 * have signed in another member since that was offered, whose call nobody has offered to take over.
 */
export async function checkTabs(
  attempt: RoomAttempt,
  roomId: number,
  { services: { tabs, member }, me }: JoinCallParts,
): Promise<void> {
  const { takesOver, memberBefore, signal } = attempt;
  if (!tabs || (takesOver && !memberBefore)) return;
  const identity = async (): Promise<string> =>
    (attempt.memberId = (me.getSnapshot() ?? (await member.me({ signal }))).appUserId);
  const isElsewhere = await tabs.isElsewhere(roomId, identity);
  signal.throwIfAborted();
  if (!isElsewhere || (takesOver && (attempt.memberId ?? memberBefore) === memberBefore)) return;
  throw new FfcError({
    reason: 'duplicate-identity',
    stage: 'session',
    message: 'The same member is in the call in another tab.',
  });
}

/** Resolves once a host has admitted the person. */
export async function waitForHost(
  attempt: RoomAttempt,
  room: VideoRoom,
  parts: JoinCallParts,
): Promise<void> {
  const { phases, choices, services } = parts;
  // The waiting screen has no preview, so the camera is released.
  parts.releaseSession(attempt);
  const { untilAdmitted } = await import('./approval-wait.js');
  const approval = await services.approval?.();
  attempt.signal.throwIfAborted();
  const admitted = approval && untilAdmitted(attempt, room.id, approval, choices);
  phases.set({ state: 'waiting', room });
  await admitted;
}

/** Holds the call for this tab until it ends. Resolves to `true` when another tab takes it over. */
export async function holdCall(
  attempt: RoomAttempt,
  roomId: number,
  { services: { tabs }, participants }: JoinCallParts,
): Promise<boolean> {
  const { signal } = attempt;
  const { localIdentity } = participants.roster.getSnapshot();
  if (!tabs || !localIdentity) return false;
  attempt.memberId = localIdentity;
  return (await tabs.hold(roomId, localIdentity, signal)) && !signal.aborted;
}

/**
 * Prepares a join: requests a token, renews it before it expires, and prepares the connection. It
 * does nothing if a request for a token would ask a host for admission, or if the person must be
 * asked first, as when another tab has the call.
 */
export async function warmUp(
  attempt: RoomAttempt,
  owned: Pick<OwnedSession, 'ready' | 'signal'>,
  parts: Pick<JoinCallParts, 'phases' | 'choices' | 'services'>,
): Promise<void> {
  const { grants, room } = attempt;
  const { ready, signal } = owned;
  const { hasPassword, manuallyApproval, canAutoRoomCompositeRecording } = room?.policy ?? {};
  if (!room || hasPassword || manuallyApproval || canAutoRoomCompositeRecording) return;
  const isWaiting = (): boolean =>
    !signal.aborted && parts.phases.cell.getSnapshot().state === 'prejoin';
  try {
    // The session of the preview comes first.
    const session = await ready;
    // Another tab may have the call: then the join asks first.
    if (!isWaiting() || (await parts.services.tabs?.isElsewhere(room.id))) return;
    const input = parts.choices.tokenInput(undefined);
    const { webRtcServerUrl } = await grants.ask(room.id, input);
    if (!signal.aborted) session.prepare?.(webRtcServerUrl);
  } catch {
    // The join requests the token again, and reports the failure.
    grants.drop();
  }
  const renew = (): void => {
    if (!isWaiting()) return;
    grants.drop();
    void warmUp(attempt, owned, parts);
  };
  const timer = setTimeout(renew, renewAfter);
  signal.addEventListener('abort', () => clearTimeout(timer));
}
