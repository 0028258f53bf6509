import type { RoomStore } from '../../state/types.js';
import { isInCall } from '../../state/phase.js';
import { follow } from '../../parts/follow.js';

/** Keeps the screen on during a call while the page is visible, if the browser supports it. */
export function keepAwake({ phase }: Pick<RoomStore, 'phase'>): void {
  let call: AbortController | undefined;
  follow(phase, ({ state }) => {
    if (isInCall(state) === !!call) return;
    call?.abort();
    call = isInCall(state) ? new AbortController() : undefined;
    if (call) void holdWhileSeen(call.signal);
  });
}

/**
 * Holds the lock until the signal aborts. A browser releases it when the page is hidden, so it is
 * requested again each time the page becomes visible.
 */
async function holdWhileSeen(signal: AbortSignal): Promise<void> {
  let lock: WakeLockSentinel | undefined;
  const request = async (): Promise<void> => {
    if (document.visibilityState !== 'visible') return;
    try {
      const { wakeLock } = navigator as Partial<Pick<Navigator, 'wakeLock'>>;
      lock = await wakeLock?.request('screen');
      if (signal.aborted) await lock?.release();
    } catch {
      // The lock is refused with a low battery, or in this frame: the screen turns off as usual.
    }
  };
  signal.addEventListener('abort', () => void lock?.release().catch(() => {}), { once: true });
  document.addEventListener('visibilitychange', () => void request(), { signal });
  await request();
}
