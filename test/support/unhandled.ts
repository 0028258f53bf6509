/**
 * The rejections that nobody handled while `work` ran, as a page's `unhandledrejection` reports
 * them.
 */
export async function unhandledRejections(work: () => Promise<unknown>): Promise<unknown[]> {
  const unhandled: unknown[] = [];
  const last = new Error('Expected: it ends the wait for unhandled rejections.');
  let onLast: () => void = () => {};
  const onRejection = (event: PromiseRejectionEvent): void => {
    event.preventDefault();
    if (event.reason === last) onLast();
    else unhandled.push(event.reason);
  };
  addEventListener('unhandledrejection', onRejection);
  try {
    await work();
    // The browser reports rejections in order: once it reports this one, it has reported all.
    await new Promise<void>((resolve) => {
      onLast = resolve;
      void Promise.reject(last);
    });
    return unhandled;
  } finally {
    removeEventListener('unhandledrejection', onRejection);
  }
}
