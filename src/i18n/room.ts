import { en } from './en/room.js';
import type { RoomMessages } from './room-messages.js';
import type { Dictionary } from './types.js';

/** The words of `<ffc-room>` and its parts. */
export const roomDictionary: Dictionary<RoomMessages> = {
  en,
  others: { ko: () => import('./ko/room.js').then(({ ko }) => ko) },
};
