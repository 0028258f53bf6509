import { connection } from '../locales/en.js';
import type { ConnectionMessages } from './comfort-messages.js';
import type { Dictionary } from './types.js';

/** The words of the connection of a call. */
export const connectionDictionary: Dictionary<ConnectionMessages> = {
  group: 'panels',
  en: connection,
  pick: ({ panels }) => panels,
};
