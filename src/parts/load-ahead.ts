import type { Control } from './controls.js';
import type { RoomHandle } from './room-handle.js';

const loadedAhead = new WeakMap<RoomHandle, Set<string>>();

/** Loads what buttons need to know of a call, when that call has gone quiet; once for each room. */
export function loadAhead(room: RoomHandle, controls: readonly Control[]): void {
  if (!room.isInCall) return;
  const loaded = loadedAhead.get(room) ?? new Set();
  loadedAhead.set(room, loaded);
  for (const { slice, loadsAhead } of controls) {
    if (!slice || !loadsAhead || loaded.has(slice)) continue;
    loaded.add(slice);
    whenIdle(() => {
      if (!room.isInCall) loaded.delete(slice);
      // A click tries again, and tells why that failed.
      else room.use(slice).catch(() => {});
    });
  }
}

/** Safari has no idle callback, whatever the types say. */
function whenIdle(callback: () => void): void {
  const { requestIdleCallback: request } = window as Partial<Window>;
  if (request) request(callback, { timeout: 5000 });
  else setTimeout(callback, 1000);
}
