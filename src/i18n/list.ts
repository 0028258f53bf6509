import { en } from './en/list.js';
import type { RoomListFrameMessages } from './list-messages.js';
import type { Dictionary } from './types.js';

/** The words of `<ffc-room-list>`'s frame. */
export const listDictionary: Dictionary<RoomListFrameMessages> = {
  en,
  others: { ko: () => import('./ko/list.js').then(({ ko }) => ko) },
};
