import { listDialogs } from '../locales/en.js';
import type { RoomListDialogMessages } from './list-messages.js';
import type { Dictionary } from './types.js';

/** The words of `<ffc-room-list>`'s dialogs. */
export const listDialogsDictionary: Dictionary<RoomListDialogMessages> = {
  group: 'list',
  en: listDialogs,
  pick: ({ list }) => list,
};
