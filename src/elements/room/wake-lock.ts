import type { ReactiveElement } from 'lit';
import type { RoomStore } from '../../state/types.js';
import { isInCall } from '../../state/phase.js';
import { follow } from '../../parts/follow.js';

/**
 * Keeps the screen on during a call while the room's page is visible, if the browser supports it.
 * The page may be that of another window, such as a picture-in-picture window.
 */
export function keepAwake(host: ReactiveElement, { phase }: Pick<RoomStore, 'phase'>): void {
  let page: Document | undefined;
  let holding: AbortController | undefined;
  const sync = (): void => {
    const now = isInCall(phase.getSnapshot().state) ? host.ownerDocument : undefined;
    if (now === page) return;
    page = now;
    holding?.abort();
    holding = page && new AbortController();
    if (page && holding) void holdWhileSeen(page, holding.signal);
  };
  follow(phase, sync);
  host.addController({ hostConnected: sync });
}

/**
 * Holds the lock until the signal aborts. A browser releases it when the page is hidden, so it is
 * requested again each time the page becomes visible. It is refused for another, hidden page.
 */
async function holdWhileSeen(page: Document, signal: AbortSignal): Promise<void> {
  let lock: WakeLockSentinel | undefined;
  const request = async (): Promise<void> => {
    if (page.visibilityState !== 'visible') return;
    try {
      const { wakeLock } = (page.defaultView?.navigator ?? {}) as Partial<Navigator>;
      lock = await wakeLock?.request('screen');
      if (signal.aborted) await lock?.release();
    } catch {
      // The lock is refused with a low battery, or in this frame: the screen turns off as usual.
    }
  };
  signal.addEventListener('abort', () => void lock?.release().catch(() => {}), { once: true });
  page.addEventListener('visibilitychange', () => void request(), { signal });
  await request();
}
