import { prejoin } from '../locales/en.js';
import type { PrejoinMessages } from './panel-messages.js';
import type { Dictionary } from './types.js';

/** The words of the prejoin that load behind its picture. */
export const prejoinDictionary: Dictionary<PrejoinMessages> = {
  group: 'panels',
  en: prejoin,
  pick: ({ panels }) => panels,
};
