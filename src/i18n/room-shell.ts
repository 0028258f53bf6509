import { shell } from './en/room-shell.js';
import type { RoomShellMessages } from './room-messages.js';
import type { Dictionary } from './types.js';

/** The words of `<ffc-room>` while no room is open; in other languages all come at once. */
export const shellDictionary: Dictionary<RoomShellMessages> = {
  en: shell,
  others: { ko: () => import('./ko/room.js').then(({ ko }) => ko) },
};
