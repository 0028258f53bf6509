/** Resolves after a time. Rejects with the signal's reason when the signal aborts first. */
export async function delay(milliseconds: number, signal?: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const waited = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
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
