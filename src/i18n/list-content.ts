import { en } from './en/list-content.js';
import type { RoomListContentMessages } from './list-messages.js';
import type { Dictionary } from './types.js';

/** The words of `<ffc-room-list>`'s rooms and dialogs. */
export const listContentDictionary: Dictionary<RoomListContentMessages> = {
  en,
  others: { ko: () => import('./ko/list.js').then(({ ko }) => ko) },
};
