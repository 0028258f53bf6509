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

/** Milliseconds after which a token that was requested ahead is replaced: sooner than any expires. */
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
 * Connects the session of an attempt to its room. Rejects when that is not possible. A device that
 * fails does not reject: its control has the error.
 *
 * @param join What this one join asks for; the choices have taken it in already.
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
  // The token of a preview may be minutes old, and the media server takes it all the same.
  const isStale = attempt.hasPreview && attempt.grants.has(roomId, input);
  const stillOpen = isStale ? checkStillOpen(services, roomId, signal) : undefined;
  // Whoever waits for it hears of its failure.
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
 * Rejects when a room has gone, or is over, since its token was requested. A question that cannot
 * be asked does not end a call that works.
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
    message: 'The room is over since its preview was opened.',
  });
}

/** Rejects where another tab of this browser has the call, unless the person wants it here. */
export async function checkTabs(
  { takesOver, signal }: RoomAttempt,
  roomId: number,
  { services: { tabs, member }, me }: JoinCallParts,
): Promise<void> {
  if (!tabs || takesOver) return;
  const identity = async (): Promise<string> =>
    (me.getSnapshot() ?? (await member.me({ signal }))).appUserId;
  const isElsewhere = await tabs.isElsewhere(roomId, identity);
  signal.throwIfAborted();
  if (!isElsewhere) return;
  throw new FfcError({
    reason: 'duplicate-identity',
    stage: 'session',
    message: 'Another tab of this browser is in the call as the same member.',
  });
}

/** Resolves once a host has let the person in. */
export async function waitForHost(
  attempt: RoomAttempt,
  room: VideoRoom,
  parts: JoinCallParts,
): Promise<void> {
  const { phases, choices, services } = parts;
  // Nobody sees a picture of the camera while waiting.
  parts.releaseSession(attempt);
  phases.set({ state: 'waiting', room });
  const { untilAdmitted } = await import('./approval-wait.js');
  const approval = await services.approval?.();
  if (approval) await untilAdmitted(attempt, room.id, approval, choices);
}

/** Holds the call for this tab until it ends; resolves with `true` when another tab takes it. */
export async function holdCall(
  { signal }: RoomAttempt,
  roomId: number,
  { services: { tabs }, participants }: JoinCallParts,
): Promise<boolean> {
  const { localIdentity } = participants.roster.getSnapshot();
  if (!tabs || !localIdentity) return false;
  return (await tabs.hold(roomId, localIdentity, signal)) && !signal.aborted;
}

/**
 * Has ready what a join waits for: a token, renewed before it expires, and a connection. Not where
 * asking for a token asks somebody to be let in, or where the person is to be asked first.
 */
export async function warmUp(
  attempt: RoomAttempt,
  owned: Pick<OwnedSession, 'ready' | 'signal'>,
  parts: Pick<JoinCallParts, 'phases' | 'choices'>,
): Promise<void> {
  const { grants, room } = attempt;
  const { ready, signal } = owned;
  const { hasPassword, manuallyApproval, canAutoRoomCompositeRecording } = room?.policy ?? {};
  if (!room || hasPassword || manuallyApproval || canAutoRoomCompositeRecording) return;
  const isWaiting = (): boolean =>
    !signal.aborted && parts.phases.cell.getSnapshot().state === 'prejoin';
  try {
    // What the picture needs comes first.
    const session = await ready;
    if (!isWaiting()) return;
    const input = parts.choices.tokenInput(undefined);
    const { webRtcServerUrl } = await grants.ask(room.id, input);
    if (!signal.aborted) session.prepare?.(webRtcServerUrl);
  } catch {
    // A join asks itself, and says what is wrong.
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
