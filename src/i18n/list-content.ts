import { firstErrors, listContent } from '../locales/en.js';
import type { RoomListContentMessages } from './list-messages.js';
import type { Dictionary } from './types.js';

/** The words of `<ffc-room-list>`'s rooms. */
export const listContentDictionary: Dictionary<RoomListContentMessages> = {
  group: 'list',
  en: { ...listContent, errors: firstErrors },
  pick: ({ list, errors }) => ({ ...list, errors }),
};
