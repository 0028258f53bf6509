/** Waits, unless the signal aborts first: then it rejects with the signal's reason. */
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
 * Lets a caller stop waiting for work that others may still want. The rejection of work that
 * nobody waits for any more is handled here: it would end a Node process.
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
