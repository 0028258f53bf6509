import { room, setupErrors } from '../locales/en.js';
import type { FailureMessages, RoomMessages } from './room-messages.js';
import type { Dictionary } from './types.js';

/** Some words come later, by {@link addRoomWords}, with the only code that shows them. */
let en = { ...room, errors: setupErrors } as RoomMessages;

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

/** Adds English words that come in a chunk of their own. */
export function addRoomWords(words: Partial<RoomMessages>): void {
  en = { ...en, ...words };
}

/** Adds the English words for failures of a call. */
export function addFailureWords(words: Partial<FailureMessages>): void {
  addRoomWords({ deviceError: () => undefined, ...words });
}
