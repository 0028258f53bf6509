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
 * Adds English words of a room, once for the page. Code that loads later brings its own words, and
 * calls this before it renders. So the first chunk stays small.
 */
export function addRoomWords(words: Partial<RoomMessages>): void {
  if (added.has(words)) return;
  added.add(words);
  en = { ...en, ...words };
  notifyOfWords();
}

/**
 * Loads the English words for failures of a call, once for the page. A failure is shown only after
 * that. When the load fails, the failure is shown in general words, and the next call tries again.
 * Never rejects.
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
