import { people } from '../locales/en.js';
import type { PeopleMessages } from './panel-messages.js';
import type { Dictionary } from './types.js';

/** The words of the people of a call. */
export const peopleDictionary: Dictionary<PeopleMessages> = {
  group: 'panels',
  en: people,
  pick: ({ panels }) => panels,
};
