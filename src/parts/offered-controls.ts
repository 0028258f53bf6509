import { chooseControls, type Control } from './controls.js';
import type { RoomHandle } from './room-handle.js';

/** The controls of a bar in a room: without what that does not offer. */
export function offeredControls(
  room: RoomHandle,
  names: readonly string[] | undefined,
): readonly Control[] {
  return chooseControls(names).filter(({ isOffered }) => isOffered?.(room) !== false);
}

/** What a room offers beside *more* and these. */
export function unnamedControls(room: RoomHandle, named: readonly Control[]): readonly Control[] {
  return offeredControls(room, undefined).filter(
    (control) => control.name !== 'more' && !named.includes(control),
  );
}
