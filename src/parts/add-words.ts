import { addRoomWords } from '../i18n/room.js';
import type { RoomMessages } from '../i18n/room-messages.js';
import { notifyOfWords } from './locales.js';

/**
 * Makes a function that adds English words of a room, once for the page. The code that shows them
 * calls it before it draws, and brings them along: what is there earlier loads without them.
 */
export function wordsAdder(words: Partial<RoomMessages>): () => void {
  let isAdded = false;
  return () => {
    if (isAdded) return;
    isAdded = true;
    addRoomWords(words);
    notifyOfWords();
  };
}
