import type { TabGuard } from '../state/types.js';

const prefixOf = (roomId: number): string => `ffc-elements:call:${roomId}:`;

/**
 * Watches over the tabs of this browser by Web Locks: a call holds one, which another tab takes
 * over by stealing it. Where they are missing, or not allowed, the media server alone tells.
 */
export const tabGuard: TabGuard = {
  async isElsewhere(roomId, appUserId) {
    try {
      const { held = [] } = await navigator.locks.query();
      const names = held.map(({ name = '' }) => name);
      if (!names.some((name) => name.startsWith(prefixOf(roomId)))) return false;
      // Two members may use the same browser: nobody is asked who it is but where it counts.
      return !appUserId || names.includes(prefixOf(roomId) + (await appUserId()));
    } catch {
      return false;
    }
  },
  async hold(roomId, appUserId, signal) {
    const over = new Promise((resolve) => {
      signal.addEventListener('abort', resolve, { once: true });
    });
    try {
      await navigator.locks.request(prefixOf(roomId) + appUserId, { steal: true }, () => over);
    } catch (thrown) {
      return !signal.aborted && thrown instanceof DOMException && thrown.name === 'AbortError';
    }
    return false;
  },
};
