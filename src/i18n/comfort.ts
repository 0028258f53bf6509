import { comfort } from '../locales/en.js';
import type { ComfortMessages } from './comfort-messages.js';
import type { Dictionary } from './types.js';

/** The words of what loads behind a call: its header, hints and tooltips. */
export const comfortDictionary: Dictionary<ComfortMessages> = {
  group: 'panels',
  en: comfort,
  pick: ({ panels }) => panels,
};
