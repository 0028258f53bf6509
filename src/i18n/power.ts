import { power } from '../locales/en.js';
import type { PowerMessages } from './panel-messages.js';
import type { Dictionary } from './types.js';

/** The words of a call that drops to sound. */
export const powerDictionary: Dictionary<PowerMessages> = {
  group: 'panels',
  en: power,
  pick: ({ panels }) => panels,
};
