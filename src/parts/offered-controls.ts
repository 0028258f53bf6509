import { chooseControls, type Control } from './controls.js';
import type { RoomHandle } from './room-handle.js';

/** The controls of a bar that a room offers. */
export function offeredControls(
  room: RoomHandle,
  names: readonly string[] | undefined,
): readonly Control[] {
  return chooseControls(names).filter(({ isOffered }) => isOffered?.(room) !== false);
}

/** The controls that a room offers, except *more* and the named ones. */
export function unnamedControls(room: RoomHandle, named: readonly Control[]): readonly Control[] {
  return offeredControls(room, undefined).filter(
    (control) => control.name !== 'more' && !named.includes(control),
  );
}
