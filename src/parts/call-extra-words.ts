import { callExtras } from '../locales/en.js';
import { wordsAdder } from './add-words.js';

/** Adds the English words for what is told and asked in a call. */
export const addCallExtraWords = wordsAdder(callExtras);
