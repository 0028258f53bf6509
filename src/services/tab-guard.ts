import type { TabGuard } from '../state/types.js';

const prefixOf = (roomId: number): string => `ffc-elements:call:${roomId}:`;

/**
 * Coordinates the tabs of this browser by Web Locks. A call holds a lock, and another tab takes the
 * call over by stealing it. Without Web Locks, only the media server reports another tab.
 */
export const tabGuard: TabGuard = {
  async isElsewhere(roomId, appUserId) {
    try {
      const { held = [] } = await navigator.locks.query();
      const names = held.map(({ name = '' }) => name);
      if (!names.some((name) => name.startsWith(prefixOf(roomId)))) return false;
      // Two members may use the same browser. The id is requested only when it matters.
      return !appUserId || names.includes(prefixOf(roomId) + (await appUserId()));
    } catch {
      return false;
    }
  },
  async hold(roomId, appUserId, signal) {
    const over = new Promise((resolve) => signal.addEventListener('abort', resolve));
    try {
      // The call may have ended while this code was loading: then nobody would release the lock.
      signal.throwIfAborted();
      await navigator.locks.request(prefixOf(roomId) + appUserId, { steal: true }, () => over);
    } catch (thrown) {
      return !signal.aborted && thrown instanceof DOMException && thrown.name === 'AbortError';
    }
    return false;
  },
};
