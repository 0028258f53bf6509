import { apiErrors } from '../locales/en.js';
import type { RoomListContentMessages } from './list-messages.js';
import type { Dictionary } from './types.js';

/** What can go wrong in `<ffc-room-list>`: most of it only once the service has answered. */
export const listErrorsDictionary: Dictionary<Pick<RoomListContentMessages, 'errors'>> = {
  group: 'list',
  en: { errors: apiErrors },
  pick: ({ errors }) => ({ errors }),
};
