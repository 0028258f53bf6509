import { callExtras } from '../locales/en.js';
import { notifyOfWords } from './locales.js';
import { addRoomWords } from '../i18n/room.js';

let isAdded = false;

/** Adds the English words for what is told and asked in a call, once for the page. */
export function addCallExtraWords(): void {
  if (isAdded) return;
  isAdded = true;
  addRoomWords(callExtras);
  notifyOfWords();
}
