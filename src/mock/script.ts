import { delay } from '../core/abort.js';
import type { MockPlayOptions, MockSession, MockStep } from './types.js';

/** Plays the steps in the order of their times, until `life` or the options' signal ends. */
export async function playScript(
  session: MockSession,
  steps: readonly MockStep[],
  { signal, instant, life }: MockPlayOptions & { readonly life: AbortSignal },
): Promise<void> {
  const stop = signal ? AbortSignal.any([signal, life]) : life;
  let now = 0;
  for (const step of [...steps].sort((a, b) => a.at - b.at)) {
    // An abort ends the waiting; the line below ends the script.
    if (!instant && step.at > now) await delay(step.at - now, stop).catch(() => {});
    if (stop.aborted) return;
    now = step.at;
    step.do(session);
  }
}
