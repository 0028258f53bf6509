import type { Dictionary } from '../i18n/types.js';
import type { RoomMessages } from '../i18n/room-messages.js';
import { room, setupErrors } from '../locales/en.js';
import { notifyOfWords } from './locales.js';

/** Further words are added by {@link addRoomWords} when the code that shows them loads. */
let en = { ...room, errors: setupErrors } as RoomMessages;
const added = new WeakSet<object>();
let loadingFailures: Promise<void> | undefined;

/** The words of `<ffc-room>` and its parts. */
export const roomDictionary: Dictionary<RoomMessages> = {
  group: 'room',
  get en() {
    return en;
  },
};

/**
 * Adds English words of a room, once for the page. The code that shows them calls it before it
 * draws, and brings them along: what is there earlier loads without them.
 */
export function addRoomWords(words: Partial<RoomMessages>): void {
  if (added.has(words)) return;
  added.add(words);
  en = { ...en, ...words };
  notifyOfWords();
}

/**
 * Loads the English words for failures of a call, once for the page. Until they are there no such
 * failure is shown; where they cannot be had, it is shown in general words, and the next call of
 * this function tries again. Never rejects.
 */
export function loadFailureWords(): Promise<void> {
  return (loadingFailures ??= loadFailures());
}

async function loadFailures(): Promise<void> {
  try {
    const { deviceError, errors } = await import('../locales/en.js');
    addRoomWords({ deviceError, errors });
  } catch {
    loadingFailures = undefined;
    addRoomWords({ deviceError: () => undefined });
  }
}
