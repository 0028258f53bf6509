import { addRoomWords } from '../i18n/room.js';
import { laterControls } from '../locales/en.js';
import { notifyOfWords } from './locales.js';

let isAdded = false;

/** Adds the English words of the controls that load behind a call, once for the page. */
export function addLaterControlWords(): void {
  if (isAdded) return;
  isAdded = true;
  addRoomWords(laterControls);
  notifyOfWords();
}
