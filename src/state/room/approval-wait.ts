import type { ApprovalStrategy } from '../../api/approval-types.js';
import { delay } from '../../core/abort.js';
import type { JoinChoices } from './join-choices.js';
import type { RoomAttempt } from './room-attempt.js';

/**
 * Resolves once a host has let the person in: the next join takes the RTC token that says so.
 * Rejects when a host refused, when the request fails in a way that does not pass, and when the
 * attempt ends: then nobody waits any more.
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
    // Where it does not get through, the service forgets who does not ask any more.
    if (signal.aborted) approval.withdraw(roomId).catch(() => {});
    throw thrown;
  }
}
