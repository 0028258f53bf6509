import type { ApprovalStrategy } from '../../api/approval-types.js';
import { delay } from '../../core/abort.js';
import type { JoinChoices } from './join-choices.js';
import type { RoomAttempt } from './room-attempt.js';

/**
 * Resolves once a host has admitted the person, with an RTC token for the next join. Rejects when a
 * host refuses, when the request fails permanently, and when the attempt ends.
 */
export async function untilAdmitted(
  attempt: RoomAttempt,
  roomId: number,
  approval: ApprovalStrategy,
  choices: JoinChoices,
): Promise<void> {
  const { signal, grants } = attempt;
  let wait = approval.askEvery;
  try {
    for (;;) {
      await delay(wait, signal);
      try {
        await grants.ask(roomId, choices.tokenInput(attempt.password));
        return;
      } catch (thrown) {
        grants.drop();
        const error = attempt.errorOf(thrown);
        if (approval.judge(error) !== 'pending' && !error.retryable) throw error;
        wait = Math.max(approval.askEvery, error.retryAfterMs ?? 0);
      }
    }
  } catch (thrown) {
    // Ignores a failure: the service drops people who no longer ask.
    if (signal.aborted) approval.withdraw(roomId).catch(() => {});
    throw thrown;
  }
}
