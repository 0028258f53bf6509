import type { ApprovalStrategy } from '../../api/approval-types.js';
import { abortable, delay } from '../../core/abort.js';
import { toFfcError } from '../../core/errors.js';
import type { JoinChoices } from './join-choices.js';
import type { RoomAttempt } from './room-attempt.js';

/** The most milliseconds between two requests. Each failure doubles them. */
const longest = 60_000;

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
  const over = new AbortController();
  let wait = approval.askEvery;
  let asking: Promise<unknown> | undefined;
  // Ignores a failure, because the service drops people who no longer ask.
  const withdraw = (): void => void approval.withdraw(roomId).catch(() => {});
  const giveUp = (): void => {
    // At once: after that, the token may be another member's.
    withdraw();
    // The service may read a running request after that, and put the person into the queue again.
    // When the member changes, the client aborts that request.
    asking?.catch((thrown: unknown) => {
      if (approval.judge(toFfcError(thrown, 'api')) === 'pending') withdraw();
    });
  };
  signal.addEventListener('abort', giveUp, over);
  try {
    for (;;) {
      await delay(wait, signal);
      try {
        asking = grants.ask(
          roomId,
          choices.tokenInput(attempt.password),
          new AbortController().signal,
        );
        await abortable(asking, signal);
        return;
      } catch (thrown) {
        asking = undefined;
        grants.drop();
        const error = attempt.errorOf(thrown);
        const isPending = approval.judge(error) === 'pending';
        if (!isPending && !error.retryable) throw error;
        const next = isPending ? approval.askEvery : Math.min(2 * wait, longest);
        wait = Math.max(next, error.retryAfterMs ?? 0);
      }
    }
  } finally {
    over.abort();
  }
}
