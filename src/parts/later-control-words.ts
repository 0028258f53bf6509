import { laterControls } from '../locales/en.js';
import { wordsAdder } from './add-words.js';

/** Adds the English words of the controls that load behind a call. */
export const addLaterControlWords = wordsAdder(laterControls);
