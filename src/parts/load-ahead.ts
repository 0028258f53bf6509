import type { Control } from './controls.js';
import type { RoomHandle } from './room-handle.js';

const loadedAhead = new WeakMap<RoomHandle, Set<string>>();

/**
 * Loads the features whose state the buttons show, once the call is idle. Each room loads them
 * once.
 */
export function loadAhead(room: RoomHandle, controls: readonly Control[]): void {
  if (!room.isInCall) return;
  const loaded = loadedAhead.get(room) ?? new Set();
  loadedAhead.set(room, loaded);
  for (const { slice, loadsAhead } of controls) {
    if (!slice || !loadsAhead || loaded.has(slice)) continue;
    loaded.add(slice);
    whenIdle(() => {
      if (!room.isInCall) loaded.delete(slice);
      // Ignores a failure: a click tries again, and reports an error then.
      else room.use(slice).catch(() => {});
    });
  }
}

/** Safari has no `requestIdleCallback`, though the types have it. */
function whenIdle(callback: () => void): void {
  const { requestIdleCallback: request } = window as Partial<Window>;
  if (request) request(callback, { timeout: 5000 });
  else setTimeout(callback, 1000);
}
