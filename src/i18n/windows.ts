import { windows } from '../locales/en.js';
import type { WindowMessages } from './panel-messages.js';
import type { Dictionary } from './types.js';

/** The words of a call on the whole screen, and in a window of its own. */
export const windowDictionary: Dictionary<WindowMessages> = {
  group: 'panels',
  en: windows,
  pick: ({ panels }) => panels,
};
