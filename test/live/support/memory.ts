/** Chromium's garbage collector, which `--js-flags=--expose-gc` exposes. */
const { gc } = globalThis as { gc?: () => void };

/** Runs the garbage collector. */
export async function collectGarbage(): Promise<void> {
  if (!gc) throw new Error('The browser was started without --js-flags=--expose-gc.');
  // An awaited promise keeps its object alive until the end of the task.
  await new Promise((resolve) => setTimeout(resolve));
  gc();
  await new Promise((resolve) => setTimeout(resolve));
}

/**
 * Whether an object is collected within some tries: closing a connection takes a moment, and several
 * seconds on a machine that runs other tests meanwhile.
 */
export async function isCollected(object: WeakRef<object>): Promise<boolean> {
  for (let tries = 0; tries < 200; tries++) {
    await collectGarbage();
    if (object.deref() === undefined) return true;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return false;
}

let listeners = 0;
const { mediaDevices } = navigator;
const add = mediaDevices.addEventListener.bind(mediaDevices);
const remove = mediaDevices.removeEventListener.bind(mediaDevices);
const known = new Map<unknown, () => void>();
mediaDevices.addEventListener = (
  type: string,
  listener: EventListener,
  options?: AddEventListenerOptions,
) => {
  add(type, listener, options);
  if (type !== 'devicechange' || known.has(listener)) return;
  listeners++;
  const forget = (): void => {
    if (known.delete(listener)) listeners--;
  };
  known.set(listener, forget);
  options?.signal?.addEventListener('abort', forget);
};
mediaDevices.removeEventListener = (type: string, listener: EventListener) => {
  remove(type, listener);
  if (type === 'devicechange') known.get(listener)?.();
};

/** The number of listeners to the page's devices. */
export function deviceListeners(): number {
  return listeners;
}
