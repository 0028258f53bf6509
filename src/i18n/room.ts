import { deviceError, errors, room } from '../locales/en.js';
import type { RoomMessages } from './room-messages.js';
import type { Dictionary } from './types.js';

/** The words of `<ffc-room>` and its parts. */
export const roomDictionary: Dictionary<RoomMessages> = {
  group: 'room',
  en: { ...room, errors, deviceError },
  pick: (locale) => ({
    ...locale.room,
    errors: locale.errors,
    deviceError: locale.deviceError,
  }),
};
