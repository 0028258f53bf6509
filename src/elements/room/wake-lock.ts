import type { RoomStore } from '../../state/types.js';
import { isInCall } from '../../state/phase.js';
import { follow } from '../../parts/follow.js';

/** Keeps the screen on while a call runs on a page that is seen, where the browser can. */
export function keepAwake({ phase }: Pick<RoomStore, 'phase'>): void {
  let call: AbortController | undefined;
  follow(phase, ({ state }) => {
    if (isInCall(state) === !!call) return;
    call?.abort();
    call = isInCall(state) ? new AbortController() : undefined;
    if (call) void holdWhileSeen(call.signal);
  });
}

/** A browser lets the lock go when the page is hidden: it is asked for again with each showing. */
async function holdWhileSeen(signal: AbortSignal): Promise<void> {
  let lock: WakeLockSentinel | undefined;
  const request = async (): Promise<void> => {
    if (document.visibilityState !== 'visible') return;
    try {
      const { wakeLock } = navigator as Partial<Pick<Navigator, 'wakeLock'>>;
      lock = await wakeLock?.request('screen');
      if (signal.aborted) await lock?.release();
    } catch {
      // Low battery, or not allowed in this frame: the screen goes off as ever.
    }
  };
  signal.addEventListener('abort', () => void lock?.release().catch(() => {}), { once: true });
  document.addEventListener('visibilitychange', () => void request(), { signal });
  await request();
}
