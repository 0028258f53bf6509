import { listFrame } from '../locales/en.js';
import type { RoomListFrameMessages } from './list-messages.js';
import type { Dictionary } from './types.js';

/** The words of `<ffc-room-list>`'s frame. */
export const listDictionary: Dictionary<RoomListFrameMessages> = {
  group: 'list',
  en: listFrame,
  pick: ({ list }) => list,
};
