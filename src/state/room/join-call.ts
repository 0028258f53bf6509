import { abortable } from '../../core/abort.js';
import type { JoinOptions, RoomStoreOptions } from '../types.js';
import type { JoinChoices } from './join-choices.js';
import type { LocalControls } from './local-controls.js';
import type { OwnedSession } from './owned-session.js';
import type { RoomAttempt } from './room-attempt.js';

/** What a join is made of. */
export interface JoinCallParts {
  readonly choices: JoinChoices;
  readonly controls: LocalControls;
  readonly options: RoomStoreOptions;
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
  { choices, controls, options }: JoinCallParts,
): Promise<void> {
  const { signal } = attempt;
  const { autoSubscribe, media } = options;
  const [session, grant] = await Promise.all([
    abortable(owned.ready, signal),
    attempt.grants.take(roomId, choices.tokenInput(attempt.password)),
  ]);
  signal.throwIfAborted();
  // This comes before connecting, so that an unwanted microphone never sends anything.
  await controls.turnOffUnintended();
  signal.throwIfAborted();
  await session.connect({
    url: grant.webRtcServerUrl,
    token: grant.webRtcToken,
    signal,
    ...(media?.connectOptions && { connectOptions: media.connectOptions }),
    ...(autoSubscribe !== undefined && { autoSubscribe }),
  });
  signal.throwIfAborted();
  // The others see what the preview showed: a device that failed in it stays off.
  controls.turnOnIntended((name) => !attempt.hasPreview || join[name] === true);
}
