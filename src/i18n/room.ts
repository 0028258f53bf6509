import { room, setupErrors } from '../locales/en.js';
import type { FailureMessages, RoomMessages } from './room-messages.js';
import type { Dictionary } from './types.js';

let en: RoomMessages = { ...room, errors: setupErrors };

/** The words of `<ffc-room>` and its parts. */
export const roomDictionary: Dictionary<RoomMessages> = {
  group: 'room',
  get en() {
    return en;
  },
  pick: (locale) => ({
    ...locale.room,
    errors: locale.errors,
    deviceError: locale.deviceError,
  }),
};

/** Adds the English words for failures of a call, which come in a chunk of their own. */
export function addFailureWords(words: Partial<FailureMessages>): void {
  en = { ...en, deviceError: () => undefined, ...words };
}
