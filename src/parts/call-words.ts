import { call } from '../locales/en.js';
import { wordsAdder } from './add-words.js';

/** Adds the English words of the stage, the tiles and the bar of a call. */
export const addCallWords = wordsAdder(call);
