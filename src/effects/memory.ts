import type { RoomEffectName } from '../parts/room-effect.js';

/** The settings list and clear it, like every key with this prefix. */
const storageKey = 'ffc-elements:effects';

/** Whether the person had turned an effect on. */
export function isRemembered(name: RoomEffectName): boolean {
  return read()[name] === true;
}

export function remember(name: RoomEffectName, enabled: boolean): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify({ ...read(), [name]: enabled }));
  } catch {
    // The storage is full or forbidden: the choice holds for this visit.
  }
}

/** Storage may be forbidden, and other code may have written anything into it. */
function read(): Partial<Record<string, unknown>> {
  try {
    return Object(JSON.parse(localStorage.getItem(storageKey) ?? '{}')) as Record<string, unknown>;
  } catch {
    return {};
  }
}
