import type { RoomEffectName } from '../parts/room-effect.js';

/** Listed and cleared by the settings, like each key that begins so. */
const storageKey = 'ffc-elements:effects';

/** Whether the person had turned an effect on. */
export function isRemembered(name: RoomEffectName): boolean {
  return read()[name] === true;
}

export function remember(name: RoomEffectName, enabled: boolean): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify({ ...read(), [name]: enabled }));
  } catch {
    // Full or forbidden: it holds for this visit.
  }
}

/** Storage may be forbidden, and what is in it may be anybody's. */
function read(): Partial<Record<string, unknown>> {
  try {
    return Object(JSON.parse(localStorage.getItem(storageKey) ?? '{}')) as Record<string, unknown>;
  } catch {
    return {};
  }
}
