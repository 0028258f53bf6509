import { captions } from '../locales/en.js';
import type { CaptionsMessages } from './comfort-messages.js';
import type { Dictionary } from './types.js';

/** The words of the captions of a call. */
export const captionsDictionary: Dictionary<CaptionsMessages> = {
  group: 'panels',
  en: captions,
  pick: ({ panels }) => panels,
};
