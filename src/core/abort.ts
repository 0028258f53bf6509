/** The longest delay of a timer: browsers and Node run one with a longer delay at once. */
export const longestMs = 2 ** 31 - 1;

/**
 * Resolves after a time, or after the longest that a timer can hold. Rejects with the signal's
 * reason when the signal aborts first.
 */
export async function delay(milliseconds: number, signal?: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const waited = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, Math.min(milliseconds, longestMs));
    });
    return await abortable(waited, signal);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Rejects when the signal aborts, and leaves the work running for other callers. A later rejection
 * of the work is handled here: an unhandled one would end a Node process.
 */
export function abortable<T>(work: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason as Error);
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
