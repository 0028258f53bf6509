import { person } from '../locales/en.js';
import type { PersonMessages } from './panel-messages.js';
import type { Dictionary } from './types.js';

/** The words of the menu of a person. */
export const personDictionary: Dictionary<PersonMessages> = {
  group: 'panels',
  en: person,
  pick: ({ panels }) => panels,
};
